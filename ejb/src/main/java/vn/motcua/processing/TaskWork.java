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

/**
 * The steps of the internal process (quy trình nội bộ), one after the other. Checks the dossier,
 * not the caller; never reads a clock.
 *
 * <p>Every method may throw {@link ProcessingFailure} or {@link vn.motcua.dossier.DossierFailure};
 * then nothing was written.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class TaskWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @Inject private DossierTerms terms;

  public TaskWork() {}

  /** For use without a container. */
  TaskWork(DataSource database, DossierService dossiers, DossierTerms terms) {
    this.database = database;
    this.dossiers = dossiers;
    this.terms = terms;
  }

  /**
   * The present step is done: on to the next one (chuyển xử lý).
   *
   * @param comment for whoever goes on, may be empty
   * @throws ProcessingFailure.ResultMissing where the step ends with the signed result
   * @throws ProcessingFailure.MovedOn where somebody else was quicker
   */
  public void complete(Seen seen, String comment, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task = tasks.present(dossier.id()).orElse(null);
      if (cases.repeated(dossier, task, seen, TransitionKind.STEP.name(), actor)) {
        return;
      }
      if (task == null) {
        throw new ProcessingFailure.NoStep(dossier.code());
      }
      List<StepRow> following = tasks.following(dossier, task.position());
      if (following.isEmpty() || following.getFirst().returns()) {
        throw new ProcessingFailure.ResultMissing(dossier.code(), task.name());
      }
      dossiers.completeStep(dossier.id(), at, task.name(), task.unitId(), actor);
      tasks.end(task, at, actor, comment, false);
      StepRow next = following.getFirst();
      tasks.begin(dossier, next, at, dossier.dueAt(), terms.calendar(dossier.unitAt(next.place())));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Gives the present step to somebody (phân công), or takes it.
   *
   * @param assignee login; null: to nobody, so that anyone of the body may take it
   */
  public void assign(Seen seen, String assignee, Instant at, String actor) {
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.locked(seen.dossierId());
      TaskRow task =
          tasks
              .present(dossier.id())
              .orElseThrow(() -> new ProcessingFailure.NoStep(dossier.code()));
      boolean already = assignee != null && assignee.equals(task.assignee());
      if (already || cases.repeated(dossier, task, seen, "", actor)) {
        return;
      }
      tasks.assign(task, assignee, at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
