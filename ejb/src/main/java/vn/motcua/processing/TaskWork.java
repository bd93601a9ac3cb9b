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
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.TransitionKind;
import vn.motcua.steps.StepWay;

/**
 * The steps of the internal process (quy trình nội bộ) from one to the next, by its main line or an
 * alternative. Checks the dossier, not the caller; never reads a clock.
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

  /** On to the next step, where there is only one way. As the other with no way named. */
  public void complete(Seen seen, String comment, Instant at, String actor) {
    complete(seen, comment, null, at, actor);
  }

  /**
   * The present step is done: on to the next one (chuyển xử lý).
   *
   * @param comment for whoever goes on, may be empty
   * @param way number of the alternative that is taken; 0: the line as it goes, unless a rule takes
   *     an alternative; null: nobody said, so a rule decides or there is no other
   * @throws ProcessingFailure.ResultMissing where the step ends with the signed result
   * @throws ProcessingFailure.OpinionsAwaited where opinions beside it have not come
   * @throws ProcessingFailure.WayNotChosen where somebody has to say which way
   * @throws ProcessingFailure.NoSuchWay where the way is not open
   * @throws ProcessingFailure.MovedOn where somebody else was quicker
   */
  public void complete(Seen seen, String comment, Integer way, Instant at, String actor) {
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
      List<StepRow> following = tasks.following(dossier, task.position());
      if (following.isEmpty() || following.getFirst().returns()) {
        throw new ProcessingFailure.ResultMissing(dossier.code(), task.name());
      }
      new OpinionSteps(connection).check(dossier, task);
      StepRow next = following.getFirst();
      Optional<StepWay> alternative =
          chosen(dossier, next, way, StepWay.to(connection, dossier.id(), next.position()));
      dossiers.completeStep(dossier.id(), at, task.name(), task.unitId(), actor);
      tasks.end(task, at, actor, comment, false);
      if (alternative.isPresent()) {
        tasks.begin(dossier, next, alternative.get(), at, dossier.dueAt(), terms.calendar());
      } else {
        tasks.begin(
            dossier, next, at, dossier.dueAt(), terms.calendar(dossier.unitAt(next.place())));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The alternative that is taken; empty: the main line. */
  private static Optional<StepWay> chosen(
      CaseRow dossier, StepRow next, Integer way, List<StepWay> ways) {
    Optional<StepWay> ruled =
        ways.stream().filter(one -> one.decision() == StepWay.Decision.TAKEN).findFirst();
    if (ruled.isPresent()) {
      if (way != null && way != 0 && way != ruled.get().number()) {
        throw new ProcessingFailure.NoSuchWay(dossier.code(), next.name());
      }
      return ruled;
    }
    List<StepWay> open =
        ways.stream().filter(one -> one.decision() == StepWay.Decision.OFFICER).toList();
    if (way == null) {
      if (!open.isEmpty()) {
        throw new ProcessingFailure.WayNotChosen(dossier.code(), next.name());
      }
      return Optional.empty();
    }
    if (way == 0) {
      return Optional.empty();
    }
    return Optional.of(
        open.stream()
            .filter(one -> one.number() == way)
            .findFirst()
            .orElseThrow(() -> new ProcessingFailure.NoSuchWay(dossier.code(), next.name())));
  }

  /**
   * Gives a step, the present one or an opinion beside it, to somebody (phân công), or takes it.
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
              .shown(seen)
              .filter(one -> one.completedAt() == null)
              .orElseThrow(() -> new ProcessingFailure.NoStep(dossier.code()));
      boolean already = assignee != null && assignee.equals(task.assignee());
      if (already) {
        return;
      }
      if (task.beside() && task.version() != seen.taskVersion()) {
        throw cases.movedOn(dossier, task);
      }
      if (!task.beside() && cases.repeated(dossier, task, seen, "", actor)) {
        return;
      }
      tasks.assign(task, assignee, at, actor);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
