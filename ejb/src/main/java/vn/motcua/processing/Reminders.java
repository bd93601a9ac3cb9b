package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.AllowanceUnit;

/**
 * What nobody may forget (việc cần nhắc), for the bodies of an account: it prompts, it does nothing
 * by itself.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Reminders {

  /** The most that are told at once. */
  static final int MOST = 100;

  /** Calendar days that surely hold the working days in question, weekends and holidays between. */
  private static final int SURELY = 14;

  /** Why it is told. */
  public enum Kind {
    /** Due soon: an apology can be drafted (form 04). */
    APOLOGY,
    /** No supplement came in time: it may be closed. */
    UNANSWERED,
    /** A proposal of the agency waits for the one-stop. */
    PROPOSAL,
    /** An opinion is overdue. */
    OPINION,
    /** An opinion that the process asks for is overdue: whoever was asked owes it. */
    CONSULTATION,
    /** A hand-over is overdue at the agency that received it. */
    HAND_OVER,
    /** A result is to be corrected. */
    CORRECTION,
    /** Nobody came for a result. */
    UNCLAIMED
  }

  /**
   * @param since when it became due, or becomes so
   */
  public record Reminder(Kind kind, String code, Instant since) {}

  private static final String ALL =
      """
      select * from (
        select 'APOLOGY' as kind, d.code, d.due_at as since, d.unit_id, d.branch_id, 'AGENCY' as side
        from dossier d join dossier_intake i on i.dossier_id = d.id
        where d.dataset_id = ? and d.state = 'OPEN' and d.due_at > ? and d.due_at <= ?
          and not exists (select 1 from dossier_extension e where e.dossier_id = d.id)
        union all
        select 'UNANSWERED', d.code, r.answer_by, d.unit_id, d.branch_id, 'BOTH'
        from supplement_request r join dossier d on d.id = r.dossier_id
        where d.dataset_id = ? and d.state in ('OPEN', 'PAUSED') and r.answered_at is null
          and r.answer_by < ?
          and not exists (select 1 from external_dossier x where x.dossier_id = d.id)
        union all
        select 'PROPOSAL', d.code, q.proposed_at, d.unit_id, d.branch_id, 'BRANCH'
        from supplement_proposal q join dossier d on d.id = q.dossier_id
        where d.dataset_id = ? and d.state = 'OPEN' and q.decision = ''
        union all
        select 'OPINION', d.code, o.due_at, d.unit_id, d.branch_id, 'BOTH'
        from opinion_request o join dossier d on d.id = o.dossier_id
        where d.dataset_id = ? and d.state in ('OPEN', 'PAUSED') and o.answered_at is null
          and o.due_at < ?
        union all
        select case when t.hand_over then 'HAND_OVER' else 'CONSULTATION' end, d.code, t.due_at,
          t.unit_id, d.branch_id, 'BOTH'
        from dossier_task t join dossier d on d.id = t.dossier_id
        where t.completed_at is null and (t.kind = 'CONSULTATION' or t.hand_over)
          and d.dataset_id = ? and d.state in ('OPEN', 'PAUSED') and t.due_at < ?
        union all
        select 'CORRECTION', d.code, c.due_at, d.unit_id, d.branch_id, 'BOTH'
        from result_correction c join dossier d on d.id = c.dossier_id
        where d.dataset_id = ? and c.corrected_at is null
        union all
        select 'UNCLAIMED', d.code, d.finished_at, d.unit_id, d.branch_id, 'BRANCH'
        from dossier d
        where d.dataset_id = ? and d.state = 'FINISHED' and d.returned_at is null
          and d.finished_at < ?
          and not exists (select 1 from result_notice n where n.dossier_id = d.id
                            and n.noted_at > ?)) all_of_them
      where side in ('AGENCY', 'BOTH') and unit_id = any(?)
         or side in ('BRANCH', 'BOTH') and branch_id = any(?)
      order by since limit %d"""
          .formatted(MOST);

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @Inject private InstantSource clock;
  @Inject private DossierTerms terms;

  public Reminders() {}

  /** For use without a container. */
  Reminders(DataSource database, Access access, InstantSource clock, DossierTerms terms) {
    this.database = database;
    this.access = access;
    this.clock = clock;
    this.terms = terms;
  }

  /**
   * The most urgent ones.
   *
   * @param dataset code of the dataset; {@code hanoi} where none is given
   * @throws vn.motcua.identity.IdentityFailure where the caller works on no dossiers
   */
  public List<Reminder> list(String dataset) {
    access.require(Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR);
    Instant now = clock.instant();
    try (Connection connection = database.getConnection()) {
      int set =
          Query.of(
                  connection,
                  "select id from dataset where code = ?",
                  dataset == null || dataset.isBlank() ? "hanoi" : dataset)
              .first(row -> row.getInt("id"))
              .orElse(0);
      Scope scope = access.scope();
      List<Integer> units =
          scope.wholeCity()
              ? Query.of(connection, "select id from unit").list(row -> row.getInt("id"))
              : List.copyOf(scope.unitIds());
      if (units.isEmpty()) {
        return List.of();
      }
      Instant soon = terms.end(now, LegalTerm.APOLOGY_DRAFT.at(connection, now));
      Instant longAgo = before(now, LegalTerm.RESULT_UNCLAIMED.at(connection, now));
      return Query.of(
              connection,
              ALL,
              set,
              now,
              soon,
              set,
              now,
              set,
              set,
              now,
              set,
              now,
              set,
              set,
              longAgo,
              longAgo,
              units,
              units)
          .list(
              row ->
                  new Reminder(
                      Kind.valueOf(row.getString("kind")),
                      row.getString("code"),
                      Query.moment(row, "since")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The latest moment whose term is over. */
  private Instant before(Instant now, Allowance term) {
    if (term.unit() == AllowanceUnit.CALENDAR_DAYS) {
      return now.minus(term.amount(), ChronoUnit.DAYS);
    }
    Instant from = now.minus(term.amount() + (long) SURELY, ChronoUnit.DAYS);
    while (terms.end(from, term).isBefore(now)) {
      from = from.plus(1, ChronoUnit.DAYS);
    }
    return from;
  }
}
