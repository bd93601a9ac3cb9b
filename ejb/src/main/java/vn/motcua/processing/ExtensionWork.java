package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.AllowanceUnit;

/**
 * The one extension (gia hạn, NĐ 118 Đ19.6): the promise moves, the due moment does not, so what is
 * late stays late. Announced at least a day before the due day; later only where the branch's
 * director takes it, which is recorded as such. It writes no history row, because no figure knows
 * of a promise. Checks the dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ExtensionWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @Inject private DossierTerms terms;

  public ExtensionWork() {}

  /** For use without a container. */
  ExtensionWork(DataSource database, DossierTerms terms) {
    this.database = database;
    this.terms = terms;
  }

  /**
   * Moves the promise.
   *
   * @throws ProcessingFailure.AlreadyExtended where it was moved before
   * @throws ProcessingFailure.ApologyTooLate where less than the legal time is left and no director
   *     takes it
   * @throws ProcessingFailure.PromiseNotLater where the new moment is not after the old one and now
   */
  public void extend(Seen seen, Extension wanted, Instant at, String actor) {
    wanted.check();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      if (done(connection, dossier, wanted, actor)) {
        return;
      }
      TaskRow task = new TaskRows(connection).present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, "", actor)) {
        return;
      }
      if (!dossier.state().open()) {
        throw new ProcessingFailure.Ended(dossier.code());
      }
      Instant promised = promised(connection, dossier);
      if (promised == null) {
        throw new ProcessingFailure.NoPromise(dossier.code());
      }
      if (!wanted.newPromise().isAfter(promised) || !wanted.newPromise().isAfter(at)) {
        throw new ProcessingFailure.PromiseNotLater(
            dossier.code(), CaseRows.MINUTE.format(promised.atZone(dossier.zone())));
      }
      boolean late = isLate(connection, dossier, at);
      if (late && wanted.overrideBy() == null) {
        throw new ProcessingFailure.ApologyTooLate(dossier.code());
      }
      keep(connection, dossier, wanted, promised, late, at, actor);
      Query.of(
              connection,
              "update dossier_intake set promised_at = ?, version = version + 1 where dossier_id = ?",
              wanted.newPromise(),
              dossier.id())
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Pressed twice; anything else of a dossier that was extended is a second extension. */
  private static boolean done(
      Connection connection, CaseRow dossier, Extension wanted, String actor) throws SQLException {
    record Former(Instant promise, String by) {}
    Former former =
        Query.of(
                connection,
                "select new_promise, extended_by from dossier_extension where dossier_id = ?",
                dossier.id())
            .first(row -> new Former(Query.moment(row, "new_promise"), row.getString(2)))
            .orElse(null);
    if (former == null) {
      return false;
    }
    if (former.by().equals(actor) && former.promise().equals(wanted.newPromise())) {
      return true;
    }
    throw new ProcessingFailure.AlreadyExtended(
        dossier.code(), CaseRows.MINUTE.format(former.promise().atZone(dossier.zone())));
  }

  private boolean isLate(Connection connection, CaseRow dossier, Instant at) throws SQLException {
    if (dossier.dueAt() == null) {
      return false;
    }
    Allowance before = LegalTerm.APOLOGY_BEFORE.at(connection, at);
    LocalDate last = dossier.dueAt().atZone(dossier.zone()).toLocalDate();
    int left = before.amount();
    while (left > 0) {
      last = last.minusDays(1);
      boolean counts =
          before.unit() == AllowanceUnit.CALENDAR_DAYS || terms.calendar().day(last).isWorking();
      left -= counts ? 1 : 0;
    }
    return at.atZone(dossier.zone()).toLocalDate().isAfter(last);
  }

  private static Instant promised(Connection connection, CaseRow dossier) throws SQLException {
    return Query.of(
            connection, "select promised_at from dossier_intake where dossier_id = ?", dossier.id())
        .first(row -> Query.moment(row, "promised_at"))
        .orElse(null);
  }

  private static void keep(
      Connection connection,
      CaseRow dossier,
      Extension wanted,
      Instant promised,
      boolean late,
      Instant at,
      String actor)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into dossier_extension
              (dossier_id, reason, document, signer_title, signer, old_promise, new_promise, late,
               override_by, override_reason, extended_by, extended_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            dossier.id(),
            wanted.reason(),
            wanted.document(),
            wanted.signerTitle(),
            wanted.signer(),
            promised,
            wanted.newPromise(),
            late,
            late ? wanted.overrideBy() : null,
            late ? wanted.overrideReason() : "",
            actor,
            at)
        .update();
  }
}
