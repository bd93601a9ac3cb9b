package vn.motcua.processing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/** Steps of dossiers. The dossier's lock is held by who changes them. */
final class TaskRows {

  private final Connection connection;

  TaskRows(Connection connection) {
    this.connection = connection;
  }

  /** The step at which the dossier stands; empty once nothing is left to do. */
  Optional<TaskRow> present(long dossierId) throws SQLException {
    return Query.of(
            connection,
            "select * from dossier_task where dossier_id = ? and completed_at is null",
            dossierId)
        .first(TaskRows::row);
  }

  /** The steps of the dossier's process after a position, in order. */
  List<StepRow> following(CaseRow dossier, int position) throws SQLException {
    if (dossier.processId() == null) {
      return List.of();
    }
    return Query.of(
            connection,
            """
            select s.*, position = (select max(position) from internal_step
                                    where process_id = s.process_id) as last
            from internal_step s where process_id = ? and position > ? order by position""",
            dossier.processId(),
            position)
        .list(
            row ->
                new StepRow(
                    row.getInt("position"),
                    row.getString("name"),
                    row.getString("name_en"),
                    row.getString("public_name"),
                    row.getString("place"),
                    row.getString("role"),
                    row.getInt("minutes"),
                    row.getBoolean("last")));
  }

  /** The step that was done before the present one; empty where the present one is the first. */
  Optional<StepRow> former(CaseRow dossier, TaskRow present) throws SQLException {
    Integer position =
        Query.of(
                connection,
                """
                select max(position) as position from dossier_task
                where dossier_id = ? and position < ? and completed_at is not null
                  and not abandoned having max(position) is not null""",
                dossier.id(),
                present.position())
            .first(row -> row.getInt("position"))
            .orElse(null);
    return position == null
        ? Optional.empty()
        : following(dossier, position - 1).stream()
            .filter(step -> step.position() == position)
            .findFirst();
  }

  /** The step at which a dossier stood when it was ended; empty where it stood at none. */
  Optional<StepRow> abandoned(CaseRow dossier) throws SQLException {
    Integer position =
        Query.of(
                connection,
                """
                select position from dossier_task where dossier_id = ? and abandoned
                order by completed_at desc, id desc limit 1""",
                dossier.id())
            .first(row -> row.getInt("position"))
            .orElse(null);
    return position == null
        ? Optional.empty()
        : following(dossier, position - 1).stream().findFirst();
  }

  /** Ends the present step. */
  void end(TaskRow task, Instant at, String actor, String comment, boolean abandoned)
      throws SQLException {
    Query.of(
            connection,
            """
            update dossier_task set completed_at = ?, completed_by = ?, comment = ?, abandoned = ?,
              changed_at = ?, changed_by = ?, version = version + 1
            where id = ?""",
            at,
            actor,
            comment,
            abandoned,
            at,
            actor,
            task.id())
        .update();
  }

  /**
   * Makes a step the present one.
   *
   * @param dossierDue when the dossier is due; null: the worklist puts it last
   */
  void begin(
      CaseRow dossier, StepRow step, Instant at, Instant dossierDue, WorkingCalendar calendar)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into dossier_task
              (id, dataset_id, dossier_id, position, name, name_en, public_name, unit_id, role,
               begun_at, due_at, minutes, dossier_due_at, changed_at)
            values (nextval('dossier_task_id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
              coalesce(?, 'infinity'::timestamptz), ?)""",
            dossier.datasetId(),
            dossier.id(),
            step.position(),
            step.name(),
            step.nameEn(),
            step.publicName(),
            dossier.unitAt(step.place()),
            step.role(),
            at,
            due(at, step.minutes(), calendar),
            step.minutes(),
            dossierDue,
            at)
        .update();
  }

  /** Gives the present step to somebody, or to nobody. */
  void assign(TaskRow task, String assignee, Instant at, String actor) throws SQLException {
    Query.of(
            connection,
            """
            update dossier_task set assignee = ?, changed_at = ?, changed_by = ?,
              version = version + 1
            where id = ?""",
            assignee,
            at,
            actor,
            task.id())
        .update();
  }

  void comment(TaskRow task, String words) throws SQLException {
    Query.of(connection, "update dossier_task set comment = ? where id = ?", words, task.id())
        .update();
  }

  /** The dossier is due at another moment, and the step's own time begins anew. */
  void restart(TaskRow task, Instant at, Instant dossierDue, WorkingCalendar calendar)
      throws SQLException {
    moved(task, due(at, task.minutes(), calendar), dossierDue);
  }

  /** The dossier and its step are due at other moments. */
  void moved(TaskRow task, Instant due, Instant dossierDue) throws SQLException {
    Query.of(
            connection,
            """
            update dossier_task set due_at = ?, dossier_due_at = coalesce(?, 'infinity'::timestamptz)
            where id = ?""",
            due,
            dossierDue,
            task.id())
        .update();
  }

  private static Instant due(Instant from, int minutes, WorkingCalendar calendar) {
    return minutes == 0 ? null : new WorkingTime(calendar).after(from, Duration.ofMinutes(minutes));
  }

  private static TaskRow row(ResultSet row) throws SQLException {
    return new TaskRow(
        row.getLong("id"),
        row.getInt("position"),
        row.getString("name"),
        row.getInt("unit_id"),
        row.getString("role"),
        row.getString("assignee"),
        Query.moment(row, "begun_at"),
        row.getInt("minutes"),
        row.getInt("version"),
        Query.moment(row, "changed_at"),
        row.getString("changed_by"));
  }
}
