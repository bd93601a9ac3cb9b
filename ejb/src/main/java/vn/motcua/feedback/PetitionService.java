package vn.motcua.feedback;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.database.StoredText;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * The register of complaints and denunciations: received, routed to who decides by law, outcome
 * recorded. Who sent one is in a row of its own: of a complaint the office that routes it may read
 * it, of a denunciation only who supervises, and each reading is audited.
 *
 * <p>Every method may throw {@link PetitionFailure} and {@link vn.motcua.identity.IdentityFailure};
 * then nothing was written.
 */
@Stateless
public class PetitionService {

  private static final Set<String> OUTCOMES =
      Set.of("UPHELD", "PARTLY_UPHELD", "REJECTED", "WITHDRAWN", "NOT_ACCEPTED");

  private static final String SELECT =
      """
      select p.*, b.name as branch, u.name as about_unit from petition p
      join unit b on b.id = p.branch_id join unit u on u.id = p.about_unit_id
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;

  public PetitionService() {}

  /** For use without a container. */
  public PetitionService(
      DataSource database,
      Access access,
      AuditTrail trail,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * Enters one into the register, at the branch where it was handed in.
   *
   * @return its code
   */
  public String register(NewPetition said) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR, Role.REPORTER, Role.AUDITOR);
    Account caller =
        access.requireAt(
            said.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR, Role.REPORTER, Role.AUDITOR);
    check(said);
    Instant now = clock.instant();
    WorkingCalendar calendar = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    LocalDate today = calendar.dateAt(now);
    try (Connection connection = database.getConnection()) {
      Query.of(connection, "select 1 from unit where id = ? and dataset_id = 1", said.aboutUnitId())
          .first(row -> true)
          .orElseThrow(() -> new PetitionFailure.Missing("unit"));
      boolean secret = said.kind() == PetitionKind.DENUNCIATION;
      String code =
          "%s%02d-%05d"
              .formatted(
                  secret ? "TC" : "KN",
                  today.getYear() % 100,
                  new FeedbackRegister(connection).number("petition_number_seq"));
      long id =
          Query.of(
                  connection,
                  """
                  insert into petition (dataset_id, code, kind, received_at, branch_id,
                    registered_by, subject, about_unit_id, about_conduct, conduct_on, route_by)
                  values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""",
                  code,
                  said.kind(),
                  now,
                  said.branchId(),
                  caller.login(),
                  said.subject(),
                  said.aboutUnitId(),
                  said.aboutConduct(),
                  said.conductOn() == null ? today : said.conductOn(),
                  new FeedbackClock(connection, calendar).due(said.kind(), "ROUTE", now))
              .first(row -> row.getLong(1))
              .orElseThrow();
      Query.of(
              connection,
              "insert into petition_secret (petition_id, full_name, phone, address, content)"
                  + " values (?, ?, ?, ?, ?)",
              id,
              said.fullName(),
              said.phone(),
              said.address(),
              said.content())
          .update();
      trail.record("petition.register", "petition " + id, Map.of("kind", said.kind().name()));
      return code;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(NewPetition said) {
    if (said.kind() == null) {
      throw new PetitionFailure.Missing("kind");
    }
    if (said.subject().isEmpty() || said.content().isEmpty()) {
      throw new PetitionFailure.Missing("content");
    }
    if (said.fullName().isEmpty()) {
      throw new PetitionFailure.Missing("name");
    }
    if (!ProtectedText.isSafe(
        said.subject(), List.of(said.fullName(), said.phone(), said.address()))) {
      throw new PetitionFailure.NamesSomebody();
    }
  }

  /**
   * The register, at most 200: first what is not settled, by the time left, then the latest.
   * Denunciations only for office and supervision.
   */
  public List<Petition> list() {
    boolean all = seesAll();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              SELECT
                  + """
                   where p.dataset_id = 1 and (? or p.kind = 'COMPLAINT')
                   order by p.outcome is not null,
                     case when p.outcome is null then coalesce(p.settle_by, p.route_by) end,
                     p.id desc limit 200""",
              all)
          .list(this::read);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many {@link #list} would show without its limit. */
  public long count() {
    boolean all = seesAll();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              "select count(*) from petition p"
                  + " where p.dataset_id = 1 and (? or p.kind = 'COMPLAINT')",
              all)
          .first(row -> row.getLong(1))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One of the register, listed or not; empty where there is none that the caller may see. */
  public Optional<Petition> find(long id) {
    boolean all = seesAll();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              SELECT + " where p.dataset_id = 1 and (? or p.kind = 'COMPLAINT') and p.id = ?",
              all,
              id)
          .first(this::read);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean seesAll() {
    Account caller = access.require(Role.REPORTER, Role.AUDITOR, Role.LEADER);
    return caller.roles().contains(Role.AUDITOR) || caller.roles().contains(Role.REPORTER);
  }

  /**
   * Who sent it and what it says. Of a denunciation for supervision (AUDITOR) alone; of a complaint
   * also for the office.
   */
  public Petition.Secret secret(long id) {
    Account caller = access.require(Role.REPORTER, Role.AUDITOR);
    try (Connection connection = database.getConnection()) {
      String kind =
          Query.of(connection, "select kind from petition where id = ?", id)
              .first(row -> row.getString(1))
              .orElseThrow(PetitionFailure.Unknown::new);
      if (kind.equals(PetitionKind.DENUNCIATION.name()) && !caller.roles().contains(Role.AUDITOR)) {
        access.require(Role.AUDITOR);
      }
      trail.readPersonalData("petition " + id, "petition");
      return Query.of(connection, "select * from petition_secret where petition_id = ?", id)
          .first(
              row ->
                  new Petition.Secret(
                      row.getString("full_name"),
                      row.getString("phone"),
                      row.getString("address"),
                      row.getString("content")))
          .orElseThrow(PetitionFailure.Unknown::new);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Hands it to who decides by law; the time for settling it begins.
   *
   * @param to the deciding body
   * @param basis the provision that makes it competent
   */
  public void route(long id, String to, String basis) {
    Account caller = access.require(Role.REPORTER, Role.AUDITOR);
    String body = said(to, "to");
    String law = said(basis, "basis");
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      PetitionKind kind = locked(connection, id, "routed_at is null");
      Query.of(
              connection,
              """
              update petition set routed_at = ?, routed_by = ?, routed_to = ?, routed_basis = ?,
                settle_by = ? where id = ?""",
              now,
              caller.login(),
              body,
              law,
              new FeedbackClock(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR))
                  .due(kind, "SETTLE", now),
              id)
          .update();
      trail.record("petition.route", "petition " + id, Map.of("to", body));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Records how it ended.
   *
   * @param outcome UPHELD, PARTLY_UPHELD, REJECTED, WITHDRAWN, NOT_ACCEPTED
   * @param document number and date of the decision
   */
  public void settle(long id, String outcome, String document) {
    access.require(Role.REPORTER, Role.AUDITOR);
    String paper = said(document, "document");
    if (outcome == null || !OUTCOMES.contains(outcome)) {
      throw new PetitionFailure.Missing("outcome");
    }
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      locked(connection, id, "routed_at is not null and outcome is null");
      Query.of(
              connection,
              "update petition set outcome = ?, outcome_at = ?, outcome_document = ? where id = ?",
              outcome,
              now,
              paper,
              id)
          .update();
      trail.record("petition.settle", "petition " + id, Map.of("outcome", outcome));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Publishes the outcome, where the law has it published. A text that tells who somebody is is
   * refused, whatever the kind.
   */
  public void publish(long id, String text) {
    access.require(Role.REPORTER, Role.AUDITOR);
    String open = StoredText.paragraphs(text);
    if (open.isEmpty()) {
      throw new PetitionFailure.Missing("content");
    }
    try (Connection connection = database.getConnection()) {
      locked(connection, id, "outcome is not null and published_at is null");
      List<String> names =
          Query.of(
                  connection,
                  "select full_name, phone, address from petition_secret where petition_id = ?",
                  id)
              .first(row -> List.of(row.getString(1), row.getString(2), row.getString(3)))
              .orElseThrow();
      if (!ProtectedText.isSafe(open, names)) {
        throw new PetitionFailure.NamesSomebody();
      }
      Query.of(
              connection,
              "update petition set published_at = ?, published_text = ? where id = ?",
              clock.instant(),
              open,
              id)
          .update();
      trail.record("petition.publish", "petition " + id, Map.of());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PetitionKind locked(Connection connection, long id, String expected)
      throws SQLException {
    record Found(PetitionKind kind, boolean expected) {}
    Found found =
        Query.of(
                connection,
                "select kind, " + expected + " from petition where id = ? for no key update",
                id)
            .first(row -> new Found(PetitionKind.valueOf(row.getString(1)), row.getBoolean(2)))
            .orElseThrow(PetitionFailure.Unknown::new);
    if (!found.expected()) {
      throw new PetitionFailure.WrongState();
    }
    return found.kind();
  }

  private static String said(String typed, String entry) {
    String text = StoredText.line(typed);
    if (text.isEmpty()) {
      throw new PetitionFailure.Missing(entry);
    }
    return text;
  }

  private Petition read(ResultSet row) throws SQLException {
    Instant settleBy = Query.moment(row, "settle_by");
    Instant due = settleBy == null ? Query.moment(row, "route_by") : settleBy;
    boolean settled = row.getString("outcome") != null;
    return new Petition(
        row.getLong("id"),
        row.getString("code"),
        PetitionKind.valueOf(row.getString("kind")),
        Query.moment(row, "received_at"),
        row.getString("branch"),
        row.getString("subject"),
        row.getString("about_unit"),
        row.getBoolean("about_conduct"),
        row.getObject("conduct_on", LocalDate.class),
        Query.moment(row, "route_by"),
        Query.moment(row, "routed_at"),
        row.getString("routed_to"),
        row.getString("routed_basis"),
        settleBy,
        row.getString("outcome"),
        row.getString("outcome_document"),
        Query.moment(row, "published_at"),
        row.getString("published_text"),
        settled || due == null
            ? null
            : new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR))
                .timeLeft(clock.instant(), due));
  }
}
