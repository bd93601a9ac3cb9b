package vn.motcua.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One statement of SQL with the values of its places, in order. Moments travel as UTC, a collection
 * of numbers as an array of integers, one of texts as an array of texts.
 */
public final class Query {

  /** Makes something of the row that the result stands at. */
  @FunctionalInterface
  public interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private final Connection connection;
  private final String sql;
  private final Object[] values;

  private Query(Connection connection, String sql, Object... values) {
    this.connection = connection;
    this.sql = sql;
    this.values = values;
  }

  public static Query of(Connection connection, String sql, Object... values) {
    return new Query(connection, sql, values);
  }

  public <T> List<T> list(Row<T> reader) throws SQLException {
    try (PreparedStatement statement = prepared();
        ResultSet row = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (row.next()) {
        found.add(reader.of(row));
      }
      return found;
    }
  }

  /** What the first row says; empty also where it says nothing. */
  public <T> Optional<T> first(Row<T> reader) throws SQLException {
    try (PreparedStatement statement = prepared();
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.ofNullable(reader.of(row)) : Optional.empty();
    }
  }

  /** How many rows were changed. */
  public int update() throws SQLException {
    try (PreparedStatement statement = prepared()) {
      return statement.executeUpdate();
    }
  }

  /** A moment of a column, or null where it has none or one without end. */
  public static Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null || OffsetDateTime.MAX.equals(value) || OffsetDateTime.MIN.equals(value)
        ? null
        : value.toInstant();
  }

  /** The texts of an array column. */
  public static List<String> texts(ResultSet row, String column) throws SQLException {
    java.sql.Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private PreparedStatement prepared() throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, sqlValue(values[i]));
      }
      return statement;
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  private Object sqlValue(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Instant moment -> moment.atOffset(ZoneOffset.UTC);
      case Enum<?> constant -> constant.name();
      case Collection<?> several -> array(several);
      default -> value;
    };
  }

  private java.sql.Array array(Collection<?> several) throws SQLException {
    boolean numbers = !several.isEmpty() && several.iterator().next() instanceof Integer;
    return connection.createArrayOf(numbers ? "integer" : "text", several.toArray());
  }
}
