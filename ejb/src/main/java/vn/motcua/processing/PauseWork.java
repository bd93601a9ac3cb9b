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
import java.util.List;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.TransitionKind;
import vn.motcua.worktime.Suspension;

/**
 * Waiting for something outside the agency (tạm dừng), as a tax payment. With its document it is
 * lawful and the clock stands; without one the clock runs on. Checks the dossier, not the caller;
 * never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class PauseWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private DossierTerms terms;

  public PauseWork() {}

  /** For use without a container. */
  PauseWork(DataSource database, DossierService dossiers, DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.terms = terms;
  }

  /**
   * Stops the work.
   *
   * @throws ProcessingFailure.Missing where no reason was written
   */
  public void pause(Seen seen, Grounds why, Instant at, String actor) {
    pause(seen, why.withReason(), "", at, actor);
  }

  /**
   * The applicant has to pay first (thực hiện nghĩa vụ tài chính, status 6 of the national portal):
   * the clock stands until it is paid, by the document that says what is to be paid.
   *
   * @throws ProcessingFailure.Missing where there is no reason or no document
   */
  public void awaitPayment(Seen seen, Grounds why, Instant at, String actor) {
    if (why.withReason().document().isEmpty()) {
      throw new ProcessingFailure.Missing("payment-document");
    }
    pause(seen, why, "FINANCIAL_OBLIGATION", at, actor);
  }

  private void pause(Seen seen, Grounds why, String cause, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = new TaskRows(connection).present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.PAUSED.name(), actor)) {
        return;
      }
      dossiers.pause(dossier.id(), at, !why.document().isEmpty(), actor);
      cases.explain(dossier.id(), why, cause);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Goes on with the work; after a lawful pause the due moment is later by the pause.
   *
   * @throws ProcessingFailure.AlreadyRequested where it waits for the applicant's answer: that ends
   *     with the answer
   */
  public void resume(Seen seen, Grounds why, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.RESUMED.name(), actor)) {
        return;
      }
      boolean waiting =
          new SupplementRows(connection)
              .open(dossier.id())
              .filter(SupplementRows.Open::inTime)
              .isPresent();
      if (waiting) {
        throw new ProcessingFailure.AlreadyRequested(dossier.code());
      }
      DossierTerms.Due due = dueAfterPause(cases, dossier, at);
      dossiers.resume(dossier.id(), at, due.at(), actor);
      if (!why.reason().isEmpty()) {
        cases.explain(dossier.id(), why, "");
      }
      Instant newDue = dossiers.find(dossier.id()).getDueAt();
      if (task != null && newDue != null && !newDue.equals(dossier.dueAt())) {
        tasks.restart(task, at, newDue, terms.calendar(task.unitId()));
      }
      if (newDue != null && !newDue.equals(dossier.dueAt())) {
        cases.promise(dossier.id(), due);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private DossierTerms.Due dueAfterPause(CaseRows cases, CaseRow dossier, Instant at)
      throws SQLException {
    Instant from = cases.runsFrom(dossier);
    List<Suspension> pauses =
        cases.lawfulPauses(dossier.id(), at).stream()
            .filter(pause -> pause.to().isAfter(from))
            .toList();
    if (pauses.isEmpty() || dossier.dueAt() == null) {
      return new DossierTerms.Due(dossier.dueAt(), List.of());
    }
    return terms.resumed(dossier, from, pauses);
  }
}
