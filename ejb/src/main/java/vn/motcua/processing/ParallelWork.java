package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierFailure;

/**
 * Opinions that the process asks for beside a step (lấy ý kiến song song, NĐ 118 Đ19.4): several at
 * once, each on the worklist of its body with its own working time. The dossier's clock runs on and
 * its history has no row of them, so that the time of its own steps stays what it is. Checks the
 * dossier, not the caller; never reads a clock.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class ParallelWork {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  public ParallelWork() {}

  /** For use without a container. */
  ParallelWork(DataSource database) {
    this.database = database;
  }

  /**
   * The body gives its opinion. Nothing else that was done with the dossier meanwhile is in its
   * way.
   *
   * @param seen with the opinion's step
   * @throws ProcessingFailure.Missing where nothing was written
   * @throws ProcessingFailure.NothingAsked where this was not asked for
   * @throws ProcessingFailure.MovedOn where it was given, or is no longer waited for
   */
  public void give(Seen seen, Grounds opinion, Instant at, String actor) {
    if (opinion.reason().isEmpty()) {
      throw new ProcessingFailure.Missing("opinion");
    }
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = asked(tasks, seen, dossier);
      if (task.completedAt() != null && actor.equals(task.changedBy())) {
        return;
      }
      if (task.completedAt() != null || task.version() != seen.taskVersion()) {
        throw cases.movedOn(dossier, task);
      }
      inOrder(dossier, task, at);
      tasks.end(task, at, actor, opinion.reason(), false);
      tasks.ended(task, "", opinion.document());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The agency goes on without an opinion that is overdue; it stays the late body's delay.
   *
   * @param seen of the step that waits
   * @param opinionId the opinion's step
   * @throws ProcessingFailure.OpinionNotDue where the body still has time
   */
  public void waive(Seen seen, long opinionId, Grounds why, Instant at, String actor) {
    why.withReason();
    try (Connection connection = database.getConnection()) {
      CaseRows cases = new CaseRows(connection);
      TaskRows tasks = new TaskRows(connection);
      CaseRow dossier = cases.ours(seen.dossierId());
      TaskRow task = asked(tasks, new Seen(seen.dossierId(), 0, 0, opinionId), dossier);
      if (task.completedAt() != null && actor.equals(task.changedBy())) {
        return;
      }
      if (task.completedAt() != null) {
        throw cases.movedOn(dossier, task);
      }
      inOrder(dossier, task, at);
      if (task.dueAt() == null || !at.isAfter(task.dueAt())) {
        throw new ProcessingFailure.OpinionNotDue(
            dossier.code(),
            Query.of(connection, "select name from unit where id = ?", task.unitId())
                .first(row -> row.getString(1))
                .orElse(""),
            task.dueAt() == null
                ? ""
                : CaseRows.MINUTE.format(task.dueAt().atZone(dossier.zone())));
      }
      tasks.end(task, at, actor, why.reason(), false);
      tasks.ended(task, "WAIVED", why.document());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TaskRow asked(TaskRows tasks, Seen seen, CaseRow dossier) throws SQLException {
    return tasks
        .shown(seen)
        .filter(TaskRow::beside)
        .orElseThrow(() -> new ProcessingFailure.NothingAsked(dossier.code()));
  }

  private static void inOrder(CaseRow dossier, TaskRow task, Instant at) {
    if (at.isBefore(task.begunAt())) {
      throw new DossierFailure.Invalid(dossier.code(), "before-last");
    }
  }
}
