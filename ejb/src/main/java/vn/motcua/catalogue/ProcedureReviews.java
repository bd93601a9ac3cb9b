package vn.motcua.catalogue;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
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
 * Review and simplification (rà soát, đơn giản hóa): a proposal with its impact, an assessment, a
 * decision by somebody else, and the new version that carries it out.
 */
@Stateless
public class ProcedureReviews {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Role[] PROPOSE = {
    Role.BRANCH_DIRECTOR, Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR
  };

  /** Where a review stands. */
  public enum Status {
    PROPOSED,
    ASSESSED,
    ACCEPTED,
    REFUSED,
    CARRIED
  }

  /**
   * Figures of one dossier, now or as proposed.
   *
   * @param tenthsOfDays working days, in tenths
   * @param cost in đồng
   */
  public record Figures(int steps, int papers, int tenthsOfDays, long cost) {}

  /**
   * @param volume dossiers a year
   * @param seen its state when it was read: give it back with the next step
   */
  public record Review(
      long id,
      String code,
      String reason,
      String measures,
      Figures before,
      Figures after,
      int volume,
      Status status,
      String proposedBy,
      Instant proposedAt,
      String assessedBy,
      String assessment,
      String decidedBy,
      String decision,
      Long proposal,
      int seen,
      boolean mine) {

    /** Đồng saved in a year; negative where it costs more. */
    public long savedYearly() {
      return (before.cost() - after.cost()) * volume;
    }
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  public ProcedureReviews() {}

  /** For use without a container. */
  public ProcedureReviews(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
  }

  /** The newest first. */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public List<Review> list() {
    Account account = access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select r.*, (select max(id) from catalogue_proposal c where c.review_id = r.id)
                as proposal
              from procedure_review r order by r.id desc limit 200
              """)
          .list(row -> review(row, account.login()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What the catalogue says of a procedure today: where a review begins. Steps and days by its
   * internal process, papers of the case without questions, cost by its compliance sheet.
   *
   * @throws CatalogueFailure.UnknownProcedure where none of this code is in force
   */
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Figures present(String code) {
    access.require(PROPOSE);
    LocalDate today = today();
    try (Connection connection = database.getConnection()) {
      ProcedureSheet sheet =
          new ProcedureSheetRows(connection)
              .on(code, today)
              .orElseThrow(() -> new CatalogueFailure.UnknownProcedure(code, today));
      ProcessVersion process =
          new ProcessRows(connection)
              .versions(code).stream()
                  .filter(one -> !one.validFrom().isAfter(today))
                  .findFirst()
                  .orElse(null);
      int papers =
          (int)
              sheet.lines("components").stream()
                  .filter(parts -> parts.size() < 6 || parts.get(5).isEmpty())
                  .count();
      return new Figures(
          process == null ? 0 : process.steps().size(),
          papers,
          process == null ? 0 : process.minutes() * 10 / 480,
          ProcedureVersions.complianceCost(sheet));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Proposes a simplification. What it is today is taken from the catalogue.
   *
   * @return its number
   * @throws CatalogueFailure.ReasonMissing where reason or measures are empty
   * @throws CatalogueFailure.BadNumber where a figure is negative
   */
  public long propose(String code, String reason, String measures, Figures after, int volume) {
    Account account = access.require(PROPOSE);
    String why = ProcedureSheet.clean(reason);
    String how = ProcedureSheet.clean(measures);
    if (why.isEmpty() || how.isEmpty() || why.length() > 4_000 || how.length() > 8_000) {
      throw new CatalogueFailure.ReasonMissing();
    }
    long least =
        Math.min(
            Math.min(after.steps(), after.papers()),
            Math.min(Math.min(after.tenthsOfDays(), after.cost()), volume));
    if (least < 0) {
      throw new CatalogueFailure.BadNumber(Long.toString(least));
    }
    Figures before = present(code);
    try (Connection connection = database.getConnection()) {
      long id =
          Query.of(
                  connection,
                  """
                  insert into procedure_review (procedure_code, reason, measures, steps_before,
                    steps_after, papers_before, papers_after, days_before, days_after, cost_before,
                    cost_after, volume, status, proposed_by, proposed_at)
                  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?) returning id
                  """,
                  code,
                  why,
                  how,
                  before.steps(),
                  after.steps(),
                  before.papers(),
                  after.papers(),
                  before.tenthsOfDays(),
                  after.tenthsOfDays(),
                  before.cost(),
                  after.cost(),
                  volume,
                  account.login(),
                  clock.instant())
              .first(row -> row.getLong(1))
              .orElseThrow();
      record("review.propose", id, code);
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Assesses (đánh giá tác động): whoever reports for the Centre. */
  public void assess(long id, int seen, String assessment) {
    Account account = access.require(Role.REPORTER, Role.LEADER, Role.ADMINISTRATOR);
    String said = said(assessment);
    step(
        id,
        seen,
        "review.assess",
        "status = 'ASSESSED', assessed_by = ?, assessed_at = ?, assessment = ?"
            + " where id = ? and version = ? and status = 'PROPOSED'",
        account.login(),
        clock.instant(),
        said);
  }

  /**
   * Decides after the assessment.
   *
   * @throws CatalogueFailure.FourEyes where the caller proposed it
   */
  public void decide(long id, int seen, boolean accepted, String decision) {
    Account account = access.require(Role.LEADER, Role.ADMINISTRATOR);
    String said = said(decision);
    try (Connection connection = database.getConnection()) {
      String proposedBy =
          Query.of(connection, "select proposed_by from procedure_review where id = ?", id)
              .first(row -> row.getString(1))
              .orElseThrow(() -> new CatalogueFailure.UnknownReview(id));
      if (proposedBy.equals(account.login())) {
        throw new CatalogueFailure.FourEyes();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    step(
        id,
        seen,
        accepted ? "review.accept" : "review.refuse",
        "status = '"
            + (accepted ? Status.ACCEPTED : Status.REFUSED)
            + "', decided_by = ?, decided_at = ?, decision = ?"
            + " where id = ? and version = ? and status = 'ASSESSED'",
        account.login(),
        clock.instant(),
        said);
  }

  /**
   * Carries an accepted review over into a proposed version; approving that is a step of its own.
   *
   * @param proposal number of the proposal, of the same procedure
   */
  public void carry(long id, int seen, long proposal) {
    access.require(PROPOSE);
    try (Connection connection = database.getConnection()) {
      int linked =
          Query.of(
                  connection,
                  """
                  update catalogue_proposal c set review_id = r.id from procedure_review r
                  where c.id = ? and r.id = ? and r.procedure_code = c.procedure_code
                    and r.status = 'ACCEPTED' and c.status in ('PROPOSED', 'APPROVED')
                  """,
                  proposal,
                  id)
              .update();
      if (linked == 0) {
        throw new CatalogueFailure.ReviewState(id);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    step(
        id,
        seen,
        "review.carry",
        "status = 'CARRIED' where id = ? and version = ? and status = 'ACCEPTED'");
  }

  private void step(long id, int seen, String action, String change, Object... values) {
    Object[] all = java.util.Arrays.copyOf(values, values.length + 2);
    all[values.length] = id;
    all[values.length + 1] = seen;
    try (Connection connection = database.getConnection()) {
      int changed =
          Query.of(connection, "update procedure_review set version = version + 1, " + change, all)
              .update();
      if (changed == 0) {
        throw new CatalogueFailure.ReviewState(id);
      }
      record(action, id, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void record(String action, long id, String code) {
    trail.record(action, "review " + id, code.isEmpty() ? Map.of() : Map.of("procedure", code));
  }

  private static String said(String typed) {
    String text = ProcedureSheet.clean(typed);
    if (text.isEmpty() || text.length() > 4_000) {
      throw new CatalogueFailure.ReasonMissing();
    }
    return text;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  private static Review review(ResultSet row, String login) throws SQLException {
    return new Review(
        row.getLong("id"),
        row.getString("procedure_code"),
        row.getString("reason"),
        row.getString("measures"),
        new Figures(
            row.getInt("steps_before"),
            row.getInt("papers_before"),
            row.getInt("days_before"),
            row.getLong("cost_before")),
        new Figures(
            row.getInt("steps_after"),
            row.getInt("papers_after"),
            row.getInt("days_after"),
            row.getLong("cost_after")),
        row.getInt("volume"),
        Status.valueOf(row.getString("status")),
        row.getString("proposed_by"),
        Query.moment(row, "proposed_at"),
        row.getString("assessed_by"),
        row.getString("assessment"),
        row.getString("decided_by"),
        row.getString("decision"),
        row.getObject("proposal", Long.class),
        row.getInt("version"),
        row.getString("proposed_by").equals(login));
  }
}
