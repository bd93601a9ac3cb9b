package vn.motcua.structure;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;

/**
 * Post and agent companies (doanh nghiệp bưu chính, đại lý): what they did by month, by which norm,
 * and its acceptance (nghiệm thu) by somebody else than who recorded it.
 */
@Stateless
public class ServiceCompanies {

  /** What they do for a branch. */
  public enum Activity {
    GUIDE,
    RECEIVE,
    DIGITISE,
    RETURN
  }

  /** A company under contract. */
  public record Company(int id, String name, boolean post, String contract) {}

  /**
   * Work of a month.
   *
   * @param norm đồng for one unit of work
   * @param accepted null while it is not accepted
   * @param seen its state when it was read
   */
  public record Work(
      long id,
      String company,
      String unit,
      YearMonth month,
      Activity activity,
      int volume,
      long norm,
      Integer accepted,
      String recordedBy,
      String acceptedBy,
      int seen) {

    /** Đồng for what was accepted; 0 before. */
    public long amount() {
      return accepted == null ? 0 : accepted * norm;
    }
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public ServiceCompanies() {}

  /** For use without a container. */
  public ServiceCompanies(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Company> companies() {
    access.require(Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, "select * from service_company order by name, id")
          .list(
              row ->
                  new Company(
                      row.getInt("id"),
                      row.getString("name"),
                      "POST".equals(row.getString("kind")),
                      row.getString("contract")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The newest months first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Work> work() {
    access.require(Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select w.*, c.name as company, u.name as unit from service_work w
              join service_company c on c.id = w.company_id join unit u on u.id = w.unit_id
              order by w.month desc, c.name, u.name, w.activity limit 200
              """)
          .list(
              row ->
                  new Work(
                      row.getLong("id"),
                      row.getString("company"),
                      row.getString("unit"),
                      YearMonth.from(row.getObject("month", LocalDate.class)),
                      Activity.valueOf(row.getString("activity")),
                      row.getInt("volume"),
                      row.getLong("norm"),
                      row.getObject("accepted", Integer.class),
                      row.getString("recorded_by"),
                      row.getString("accepted_by"),
                      row.getInt("version")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @return its number
   */
  public int add(String name, boolean post, String contract, LocalDate from) {
    Account by = access.require(Role.ADMINISTRATOR);
    String named = text(name);
    String agreed = text(contract);
    if (named.isEmpty() || named.length() > 300) {
      throw new StructureFailure.Missing("name");
    }
    if (agreed.isEmpty() || agreed.length() > 500 || from == null) {
      throw new StructureFailure.Missing("document");
    }
    try (Connection connection = database.getConnection()) {
      int id =
          Query.of(
                  connection,
                  """
                  insert into service_company (name, kind, contract, valid_from, recorded_by,
                    recorded_at) values (?, ?, ?, ?, ?, ?) returning id
                  """,
                  named,
                  post ? "POST" : "AGENT",
                  agreed,
                  from,
                  by.login(),
                  clock.instant())
              .first(row -> row.getInt(1))
              .orElseThrow();
      trail.record("company.add", "company " + id, Map.of());
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Records what a company did for a branch in a month; again replaces it until it is accepted.
   *
   * @param unitId of the branch, within the caller's scope
   */
  public void record(
      int unitId, int company, YearMonth month, Activity activity, int volume, long norm) {
    Account by = access.requireAt(unitId, Role.BRANCH_DIRECTOR, Role.ADMINISTRATOR);
    if (month == null || activity == null || volume < 0 || norm < 0) {
      throw new StructureFailure.Missing("number");
    }
    try (Connection connection = database.getConnection()) {
      int written =
          Query.of(
                  connection,
                  """
                  insert into service_work (company_id, unit_id, month, activity, volume, norm,
                    recorded_by, recorded_at)
                  select c.id, ?, ?, ?, ?, ?, ?, ? from service_company c where c.id = ?
                  on conflict (company_id, unit_id, month, activity) do update
                    set volume = excluded.volume, norm = excluded.norm,
                      recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
                      version = service_work.version + 1
                    where service_work.accepted is null
                  """,
                  unitId,
                  month.atDay(1),
                  activity,
                  volume,
                  norm,
                  by.login(),
                  clock.instant(),
                  company)
              .update();
      if (written == 0) {
        throw new StructureFailure.NotAcceptable();
      }
      trail.record(
          "company.work",
          "company " + company,
          Map.of("month", month.toString(), "activity", activity.name(), "volume", "" + volume));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Accepts work of a month.
   *
   * @param accepted how much of its volume
   * @throws StructureFailure.NotAcceptable for who recorded it, twice, or more than was recorded
   */
  public void accept(long id, int seen, int accepted, String note) {
    Account by = access.require(Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR);
    try (Connection connection = database.getConnection()) {
      int changed =
          Query.of(
                  connection,
                  """
                  update service_work set accepted = ?, accepted_by = ?, accepted_at = ?, note = ?,
                    version = version + 1
                  where id = ? and version = ? and accepted is null and recorded_by <> ?
                    and ? between 0 and volume
                  """,
                  accepted,
                  by.login(),
                  clock.instant(),
                  text(note),
                  id,
                  seen,
                  by.login(),
                  accepted)
              .update();
      if (changed == 0) {
        throw new StructureFailure.NotAcceptable();
      }
      trail.record("company.accept", "service-work " + id, Map.of("accepted", "" + accepted));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC).replace("\0", "").strip();
  }
}
