package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.events.Channel;

/** Finds procedures of the city (dataset 1) as they stand on a day. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ProcedureCatalogue {

  /** The most rows that one page may have. */
  public static final int LARGEST_PAGE = 100;

  private static final String IN_FORCE =
      """
      from procedure p
      join procedure_version v on v.procedure_id = p.id and v.valid_from <= ? and v.valid_to > ?
      left join field f on f.dataset_id = p.dataset_id and f.code = v.field_code and f.level = ''
      where p.dataset_id = 1
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public ProcedureCatalogue() {}

  /** For use without a container. */
  public ProcedureCatalogue(DataSource database) {
    this.database = database;
  }

  /**
   * Searches names and codes, with or without diacritics. All words must occur. First comes the
   * code itself, then what the city or its communes decide, the most asked for, the whole phrase,
   * the shorter name.
   *
   * @param fragment empty or null: all procedures
   * @param limit rows of a page, 1 to {@link #LARGEST_PAGE}
   * @param on the day, in the city's zone
   * @param after {@link ProcedurePage#next} of the former page, null for the first
   * @throws CatalogueFailure.BadPageSize for another limit
   * @throws CatalogueFailure.BadCursor for a mark that is not ours
   */
  public ProcedurePage search(String fragment, int limit, LocalDate on, String after) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new CatalogueFailure.BadPageSize(limit, LARGEST_PAGE);
    }
    SearchPosition from = SearchPosition.parse(after);
    try (Connection connection = database.getConnection()) {
      String phrase = fold(connection, fragment);
      return page(connection, phrase, limit, on, from);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param on the day, in the city's zone
   * @throws CatalogueFailure.UnknownProcedure where none of this code was in force
   */
  public ProcedureDetail find(String code, LocalDate on) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select p.id as procedure_id, p.code, v.*, coalesce(f.name, '') as field_name "
                    + IN_FORCE
                    + " and p.code = ?")) {
      statement.setObject(1, on);
      statement.setObject(2, on);
      statement.setString(3, code);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new CatalogueFailure.UnknownProcedure(code, on);
        }
        int version = row.getInt("id");
        return detail(row, limits(connection, version), fees(connection, version));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The database folds both sides, so that they can never fold differently. */
  private static String fold(Connection connection, String fragment) throws SQLException {
    String text = fragment == null ? "" : Normalizer.normalize(fragment, Normalizer.Form.NFC);
    try (PreparedStatement statement = connection.prepareStatement("select fold(?)")) {
      statement.setString(1, text.strip().replaceAll("\\s+", " ").replace("\0", ""));
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private static ProcedurePage page(
      Connection connection, String phrase, int limit, LocalDate on, SearchPosition from)
      throws SQLException {
    List<String> words = Arrays.stream(phrase.split(" ")).filter(w -> !w.isEmpty()).toList();
    String sql =
        """
        select * from (
          select p.code, v.name, v.short_name, v.field_code, coalesce(f.name, '') as field_name,
            v.levels, coalesce(nullif(v.competent_agency, ''), v.performing_agency) as agency,
            v.common, char_length(v.name) as length,
            case when p.code = ? then 0
                 else 1 + (not v.levels && array['PROVINCE', 'COMMUNE'])::integer * 4
                        + (not v.common)::integer * 2
                        + (v.search_text not like ?)::integer
            end as rank
        """
            + IN_FORCE
            + " and v.search_text like ?".repeat(words.size())
            + """
            ) found
            where (rank, length, code) > (?, ?, ?)
            order by rank, length, code
            limit ?
            """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = 1;
      statement.setString(next++, phrase);
      statement.setString(next++, like(phrase));
      statement.setObject(next++, on);
      statement.setObject(next++, on);
      for (String word : words) {
        statement.setString(next++, like(word));
      }
      statement.setInt(next++, from.rank());
      statement.setInt(next++, from.length());
      statement.setString(next++, from.code());
      statement.setInt(next, limit + 1);
      List<ProcedureSummary> items = new ArrayList<>();
      SearchPosition last = null;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (items.size() == limit) {
            return new ProcedurePage(items, last.toString());
          }
          items.add(summary(row));
          last =
              new SearchPosition(row.getInt("rank"), row.getInt("length"), row.getString("code"));
        }
      }
      return new ProcedurePage(items, null);
    }
  }

  private static String like(String text) {
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static ProcedureSummary summary(ResultSet row) throws SQLException {
    return new ProcedureSummary(
        row.getString("code"),
        row.getString("name"),
        row.getString("short_name"),
        row.getString("field_code"),
        row.getString("field_name"),
        levels(row.getArray("levels")),
        row.getString("agency"),
        row.getBoolean("common"));
  }

  private static ProcedureDetail detail(
      ResultSet row, List<ProcedureLimit> limits, List<ProcedureFee> fees) throws SQLException {
    LocalDate validTo = row.getObject("valid_to", LocalDate.class);
    return new ProcedureDetail(
        row.getInt("procedure_id"),
        row.getInt("id"),
        row.getString("code"),
        row.getObject("valid_from", LocalDate.class),
        LocalDate.MAX.equals(validTo) ? null : validTo,
        row.getString("name"),
        row.getString("short_name"),
        row.getString("field_code"),
        row.getString("field_name"),
        levels(row.getArray("levels")),
        row.getString("competent_agency"),
        row.getString("performing_agency"),
        limits,
        Basis.valueOf(row.getString("limit_basis")),
        row.getString("limit_note"),
        row.getObject("same_day", Boolean.class),
        fees,
        Basis.valueOf(row.getString("fee_basis")),
        row.getString("fee_note"),
        row.getBoolean("common"),
        row.getString("result_code"),
        row.getString("source"),
        Stream.of((String[]) row.getArray("channels").getArray()).map(Channel::valueOf).toList(),
        row.getString("source_system"));
  }

  private static List<GovernmentLevel> levels(Array levels) throws SQLException {
    return Stream.of((String[]) levels.getArray()).map(GovernmentLevel::valueOf).toList();
  }

  private static List<ProcedureLimit> limits(Connection connection, int version)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select channel, applies_to, amount, unit from procedure_limit
            where version_id = ? order by applies_to, channel nulls first
            """)) {
      statement.setInt(1, version);
      List<ProcedureLimit> limits = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          limits.add(
              new ProcedureLimit(
                  channel(row.getString("channel")),
                  row.getString("applies_to"),
                  row.getInt("amount"),
                  LimitUnit.ofCode(row.getString("unit"))));
        }
      }
      return limits;
    }
  }

  private static List<ProcedureFee> fees(Connection connection, int version) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select channel, applies_to, amount from procedure_fee
            where version_id = ? order by applies_to, channel nulls first
            """)) {
      statement.setInt(1, version);
      List<ProcedureFee> fees = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          fees.add(
              new ProcedureFee(
                  channel(row.getString("channel")),
                  row.getString("applies_to"),
                  row.getLong("amount")));
        }
      }
      return fees;
    }
  }

  private static Channel channel(String name) {
    return name == null ? null : Channel.valueOf(name);
  }
}
