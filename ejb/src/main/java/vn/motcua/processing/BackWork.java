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
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.TransitionKind;

/**
 * Ways back: to an earlier step where the process defines one (trả lại bước trước), and the return
 * of a hand-over by the agency that received it (trả lại hồ sơ liên thông). The work done so far
 * stays in the history; the legal clock runs on. Checks the dossier, not the caller; never reads a
 * clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class BackWork {

  /** In the place of a way's number. */
  static final int TO_THE_STEP_BEFORE = 0;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private DossierTerms terms;

  public BackWork() {}

  /** For use without a container. */
  BackWork(DataSource database, DossierService dossiers, DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.terms = terms;
  }

  /**
   * Goes back: by a way that the process defines from the present step, which begins that step anew
   * with the opinions beside it, or to the step before, which begins again as it was.
   *
   * @param way its number among the branches of the process; 0: the step before
   * @throws ProcessingFailure.NoSuchWay where the process has none from here
   * @throws ProcessingFailure.NoFormerStep where the present step is the first, or a hand-over,
   *     which is returned instead
   */
  public void back(Seen seen, int way, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.STEP.name(), actor)) {
        return;
      }
      if (task == null) {
        throw new ProcessingFailure.NoStep(dossier.code());
      }
      if (way == TO_THE_STEP_BEFORE) {
        TaskRow before =
            tasks
                .before(task, dossier.id())
                .filter(one -> !task.handOver())
                .orElseThrow(() -> new ProcessingFailure.NoFormerStep(dossier.code()));
        leave(cases, tasks, dossier, task, why, "BACK", "STEP_BACK", at, actor);
        tasks.again(dossier, before, at, terms.calendar(before.unitId()));
        return;
      }
      StepRow step =
          tasks
              .back(dossier, task, way)
              .orElseThrow(() -> new ProcessingFailure.NoSuchWay(dossier.code(), task.name()));
      leave(cases, tasks, dossier, task, why, "BACK", "STEP_BACK", at, actor);
      tasks.begin(dossier, step, at, dossier.dueAt(), terms.calendar(dossier.unitAt(step.place())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The agency that received the dossier returns it: who handed it over has it again, at the step
   * before. What was asked for beside that step is not asked for again.
   *
   * @throws ProcessingFailure.NotHandedOver where the present step is no hand-over
   */
  public void returnHandOver(Seen seen, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.STEP.name(), actor)) {
        return;
      }
      if (task == null || !task.handOver()) {
        throw new ProcessingFailure.NotHandedOver(dossier.code());
      }
      TaskRow before =
          tasks
              .before(task, dossier.id())
              .orElseThrow(() -> new ProcessingFailure.NotHandedOver(dossier.code()));
      leave(cases, tasks, dossier, task, why, "RETURNED", "HANDOVER_RETURNED", at, actor);
      tasks.again(dossier, before, at, terms.calendar(before.unitId()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void leave(
      CaseRows cases,
      TaskRows tasks,
      CaseRow dossier,
      TaskRow task,
      Grounds why,
      String ending,
      String cause,
      Instant at,
      String actor)
      throws SQLException {
    dossiers.completeStep(dossier.id(), at, task.name(), task.unitId(), actor);
    cases.explain(dossier.id(), why, cause);
    tasks.end(task, at, actor, why.reason(), false);
    tasks.ended(task, ending, why.document());
  }
}
