package vn.motcua.analytics.job.readmodel;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import vn.motcua.analytics.job.facts.Entry;

/** Binds rows column by column, as arrays. The first parameter is the generation. */
final class Columns<T> {

  private final PreparedStatement statement;
  private final List<T> rows;
  private int parameter = 1;

  Columns(PreparedStatement statement, int generation, List<T> rows) throws SQLException {
    this.statement = statement;
    this.rows = rows;
    statement.setInt(parameter, generation);
  }

  void number(ToLongFunction<T> value) throws SQLException {
    bind("int8", rows.stream().mapToLong(value).boxed().toArray());
  }

  /** UTC milliseconds. */
  void moment(ToLongFunction<T> value) throws SQLException {
    bind(
        "int8",
        rows.stream()
            .map(value::applyAsLong)
            .map(moment -> moment == Entry.NONE ? null : moment)
            .toArray());
  }

  void text(Function<T, String> value) throws SQLException {
    bind("text", rows.stream().map(value).toArray());
  }

  private void bind(String type, Object[] values) throws SQLException {
    statement.setArray(++parameter, statement.getConnection().createArrayOf(type, values));
  }
}
