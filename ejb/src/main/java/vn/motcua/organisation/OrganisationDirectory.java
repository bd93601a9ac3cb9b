package vn.motcua.organisation;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** Finds bodies of the city (dataset 1) as they were on a day. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class OrganisationDirectory {

  /** The most rows that one page may have: more than the city ever had communes. */
  public static final int LARGEST_PAGE = 1000;

  private static final String COLUMNS =
      """
      select u.id, coalesce(u.lineage_id, u.id) as body_id, u.code, u.name, u.kind, u.designation,
        coalesce(parent.code, '') as parent_code, u.valid_from, u.valid_to, u.latitude, u.longitude,
        u.address, u.phase, u.note
      """;
  private static final String UNITS =
      COLUMNS + "from unit u left join unit parent on parent.id = u.parent_id ";

  /** Takes the day twice. */
  private static final String IN_FORCE =
      "u.dataset_id = 1 and u.valid_from <= ? and u.valid_to > ? ";

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public OrganisationDirectory() {}

  /** For use without a container. */
  public OrganisationDirectory(DataSource database) {
    this.database = database;
  }

  /** All bodies of a kind on a day, in the order of their codes. */
  public List<UnitDetail> units(UnitKind kind, LocalDate on) {
    return query(
        UNITS + "where " + IN_FORCE + "and u.kind = ? order by u.code", on, on, kind.name());
  }

  /**
   * @param kind null: every kind
   * @param after {@link UnitPage#next} of the former page, null for the first
   * @param limit rows of a page, 1 to {@link #LARGEST_PAGE}
   * @throws OrganisationFailure.BadPageSize for another limit
   */
  public UnitPage units(UnitKind kind, LocalDate on, String after, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new OrganisationFailure.BadPageSize(limit, LARGEST_PAGE);
    }
    String name = kind == null ? "" : kind.name();
    List<UnitDetail> found =
        query(
            UNITS
                + "where "
                + IN_FORCE
                + "and ? in ('', u.kind) and u.code > ? order by u.code limit ?",
            on,
            on,
            name,
            after == null ? "" : after,
            limit + 1);
    if (found.size() <= limit) {
      return new UnitPage(found, null);
    }
    return new UnitPage(List.copyOf(found.subList(0, limit)), found.get(limit - 1).code());
  }

  /**
   * @throws OrganisationFailure.UnknownUnit where no body had this code on that day
   */
  public UnitDetail unit(String code, LocalDate on) {
    return query(UNITS + "where " + IN_FORCE + "and u.code = ?", on, on, code).stream()
        .findFirst()
        .orElseThrow(() -> new OrganisationFailure.UnknownUnit(code, on));
  }

  /**
   * The districts or communes that a branch serves on a day (mạng lưới chi nhánh).
   *
   * @throws OrganisationFailure.UnknownUnit where no body had this code on that day
   */
  public List<ServedArea> served(String branchCode, LocalDate on) {
    int branch = unit(branchCode, on).bodyId();
    List<UnitDetail> stated = servedBy(branch, on, "STATED");
    List<UnitDetail> inferred = servedBy(branch, on, "INFERRED");
    List<ServedArea> areas = new ArrayList<>();
    stated.forEach(area -> areas.add(new ServedArea(area, false)));
    inferred.forEach(area -> areas.add(new ServedArea(area, true)));
    return areas;
  }

  private List<UnitDetail> servedBy(int branch, LocalDate on, String basis) {
    return query(
        UNITS
            + """
            join service_area s on s.area_id = coalesce(u.lineage_id, u.id)
            where s.branch_id = ? and s.valid_from <= ? and s.valid_to > ? and s.basis = ? and
            """
            + IN_FORCE
            + "order by u.code",
        branch,
        on,
        on,
        basis,
        on,
        on);
  }

  /**
   * The bodies that took over the area of a former one, wholly or in part; empty while it lasts.
   *
   * @param on a day on which the former body existed
   * @throws OrganisationFailure.UnknownUnit where no body had this code on that day
   */
  public List<UnitDetail> successors(String code, LocalDate on) {
    return query(
        UNITS
            + """
            join unit_successor s on s.successor_id = coalesce(u.lineage_id, u.id)
            where s.former_id = ? and u.valid_from <= s.since and u.valid_to > s.since
            order by u.code
            """,
        unit(code, on).bodyId());
  }

  /**
   * The ids of all versions, of any day, of some bodies and of what is below them: what dossiers
   * and figures of an account's scope carry.
   *
   * @param bodies {@link UnitDetail#bodyId}
   */
  public Set<Integer> versionsWithin(Set<Integer> bodies) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                """
                with recursive within (body) as (
                  select unnest(?::integer[])
                  union
                  select coalesce(u.lineage_id, u.id) from unit u join within w on u.parent_id = w.body)
                select u.id from unit u join within w on w.body = coalesce(u.lineage_id, u.id)
                """)) {
      statement.setArray(1, connection.createArrayOf("integer", bodies.toArray()));
      Set<Integer> versions = new HashSet<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          versions.add(row.getInt(1));
        }
      }
      return versions;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<UnitDetail> query(String sql, Object... arguments) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      List<UnitDetail> found = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          found.add(unit(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static UnitDetail unit(ResultSet row) throws SQLException {
    LocalDate validFrom = row.getObject("valid_from", LocalDate.class);
    LocalDate validTo = row.getObject("valid_to", LocalDate.class);
    return new UnitDetail(
        row.getInt("id"),
        row.getInt("body_id"),
        row.getString("code"),
        row.getString("name"),
        UnitKind.valueOf(row.getString("kind")),
        row.getString("designation"),
        row.getString("parent_code"),
        LocalDate.MIN.equals(validFrom) ? null : validFrom,
        LocalDate.MAX.equals(validTo) ? null : validTo,
        degrees(row.getBigDecimal("latitude")),
        degrees(row.getBigDecimal("longitude")),
        row.getString("address"),
        row.getObject("phase", Integer.class),
        row.getString("note"));
  }

  private static Double degrees(BigDecimal value) {
    return value == null ? null : value.doubleValue();
  }
}
