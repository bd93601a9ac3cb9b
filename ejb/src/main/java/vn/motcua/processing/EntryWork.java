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
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Correction;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.DossierState;
import vn.motcua.dossier.TransitionKind;

/**
 * Mistakes of the office's own book: a dossier that should not have been ended is taken up again
 * (mở lại), a channel that was entered wrongly is put right (đính chính dữ kiện). What was written
 * stays in the history. Checks the dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class EntryWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private DossierTerms terms;

  public EntryWork() {}

  /** For use without a container. */
  EntryWork(DataSource database, DossierService dossiers, DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.terms = terms;
  }

  /**
   * Takes a dossier up again that was ended without a result, at the step where it stood. The due
   * moment stays: the office's mistake gives it no more time. A result is never taken back so; it
   * is put right (đính chính kết quả).
   *
   * @throws ProcessingFailure.NotStopped where it was not ended, or with a result
   */
  public void reopen(Seen seen, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.REOPENED.name(), actor)) {
        return;
      }
      if (dossier.state() != DossierState.CLOSED) {
        throw new ProcessingFailure.NotStopped(dossier.code());
      }
      StepRow step =
          dossier.elsewhere().isEmpty()
              ? tasks
                  .abandoned(dossier)
                  .orElseThrow(() -> new ProcessingFailure.NoStep(dossier.code()))
              : StepRow.FOLLOW;
      dossiers.reopen(dossier.id(), at, null, actor);
      cases.explain(dossier.id(), why, "");
      tasks.begin(dossier, step, at, dossier.dueAt(), terms.calendar(dossier.unitAt(step.place())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Puts the channel right by which the dossier came. Due moment and receipt stay as they were
   * promised.
   *
   * @throws ProcessingFailure.NothingToCorrect where it is on record so
   */
  public void correctChannel(Seen seen, Channel channel, Grounds why, Instant at, String actor) {
    why.withReason();
    if (channel == null) {
      throw new ProcessingFailure.Missing("channel");
    }
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task = new TaskRows(connection).present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.CORRECTED.name(), actor)) {
        return;
      }
      if (dossier.channel() == channel) {
        throw new ProcessingFailure.NothingToCorrect(dossier.code());
      }
      dossiers.correct(
          dossier.id(), at, new Correction(null, null, null, null, channel, null), actor);
      cases.explain(dossier.id(), why, "");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
