package vn.motcua.calendar;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.notice.NoticeRows;

/**
 * Moves what a change of days or hours moves, in the caller's transaction: the dossier with what
 * hangs on it, the steps, and the notices that tell of it. An applicant is told only where the day
 * that was promised on the receipt moves; a later promise that came with an apology stays.
 */
final class Moving {

  private final OpenDossierRows open;
  private final NoticeRows notices;
  private final Connection connection;
  private final DossierService dossiers;
  private final Instant now;
  private final String login;
  private final String reason;

  /**
   * @param reason of the change, as people are told
   */
  Moving(Connection connection, DossierService dossiers, Instant now, String login, String reason) {
    this.connection = connection;
    this.dossiers = dossiers;
    this.now = now;
    this.login = login;
    this.reason = reason;
    open = new OpenDossierRows(connection);
    notices = new NoticeRows(connection);
  }

  void dossier(DueMove move) throws SQLException {
    dossiers.correctCalendar(move.dossierId(), now, move.newDue(), login);
    boolean promised = open.follow(move);
    notices.tellOfficers(move.dossierId(), move.oldDue(), move.newDue(), reason, login, now);
    if (promised) {
      notices.tellApplicant(move.dossierId(), move.oldDue(), move.newDue(), reason, login, now);
    }
  }

  /**
   * Moves steps and journals them.
   *
   * @param revision of the city's calendar, or null
   * @param hours of a body, or null
   */
  void steps(List<StepMove> moves, Long revision, Long hours) throws SQLException {
    for (StepMove move : moves) {
      Query.of(
              connection,
              "update dossier_task set due_at = ? where id = ? and completed_at is null",
              move.newDue(),
              move.taskId())
          .update();
      Query.of(
              connection,
              """
              insert into step_due_move (revision_id, hours_id, task_id, old_due, new_due)
              values (?::bigint, ?::bigint, ?, ?, ?)
              """,
              revision,
              hours,
              move.taskId(),
              move.oldDue(),
              move.newDue())
          .update();
      notices.tellOfStep(move.taskId(), move.oldDue(), move.newDue(), reason, login, now);
    }
  }
}
