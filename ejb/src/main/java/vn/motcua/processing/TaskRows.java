package vn.motcua.processing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.steps.StepCompanions;
import vn.motcua.steps.StepWay;
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
            "select * from dossier_task"
                + " where dossier_id = ? and completed_at is null and kind = 'MAIN'",
            dossierId)
        .first(TaskRows::row);
  }

  /** The step that a screen showed, open or not; empty where the dossier has none such. */
  Optional<TaskRow> shown(Seen seen) throws SQLException {
    return seen.taskId() == 0
        ? present(seen.dossierId())
        : Query.of(
                connection,
                "select * from dossier_task where id = ? and dossier_id = ? and kind <> 'MAIN'",
                seen.taskId(),
                seen.dossierId())
            .first(TaskRows::row);
  }

  /** The step of the main line before the present one; empty where that is the first. */
  Optional<TaskRow> before(TaskRow present, long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select * from dossier_task
            where dossier_id = ? and kind = 'MAIN' and completed_at is not null and position < ?
            order by completed_at desc, id desc limit 1""",
            dossierId,
            present.position())
        .first(TaskRows::row);
  }

  /**
   * A defined way back from a step; empty where the process has none of that number there.
   *
   * @param branch its position among the branches of the process
   */
  Optional<StepRow> back(CaseRow dossier, TaskRow task, int branch) throws SQLException {
    int to =
        Query.of(
                connection,
                """
                select b.to_step from internal_branch b
                where b.process_id = ? and b.at_step = ? and b.position = ? and b.kind = 'BACK'""",
                dossier.processId() == null ? 0 : dossier.processId(),
                task.position(),
                branch)
            .first(row -> row.getInt("to_step"))
            .orElse(0);
    return to == 0 ? Optional.empty() : Optional.of(following(dossier, to - 1).getFirst());
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

  /** The step at which a dossier stood when it was ended; empty where it stood at none. */
  Optional<StepRow> abandoned(CaseRow dossier) throws SQLException {
    Integer position =
        Query.of(
                connection,
                """
                select position from dossier_task where dossier_id = ? and abandoned and kind = 'MAIN'
                order by completed_at desc, id desc limit 1""",
                dossier.id())
            .first(row -> row.getInt("position"))
            .orElse(null);
    return position == null
        ? Optional.empty()
        : following(dossier, position - 1).stream().findFirst();
  }

  /** Ends a step; opinions beside it that did not come are no longer waited for. */
  void end(TaskRow task, Instant at, String actor, String comment, boolean abandoned)
      throws SQLException {
    if (!task.beside()) {
      Query.of(
              connection,
              """
              update dossier_task set completed_at = ?, completed_by = ?, abandoned = true,
                changed_at = ?, changed_by = ?, version = version + 1
              where beside_id = ? and completed_at is null""",
              at,
              actor,
              at,
              actor,
              task.id())
          .update();
    }
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
   * Says how a step ended that was not simply done.
   *
   * @param ending BACK, RETURNED or WAIVED; empty: it was done
   */
  void ended(TaskRow task, String ending, String document) throws SQLException {
    Query.of(
            connection,
            "update dossier_task set ending = ?, document = ? where id = ?",
            ending,
            document,
            task.id())
        .update();
  }

  /**
   * Makes a step the present one, with what the process asks for beside it.
   *
   * @param dossierDue when the dossier is due; null: the worklist puts it last
   */
  void begin(
      CaseRow dossier, StepRow step, Instant at, Instant dossierDue, WorkingCalendar calendar)
      throws SQLException {
    insert(dossier, step, at, dossierDue, calendar);
    if (!step.returns()) {
      new StepCompanions(connection, calendar).accompany(dossier.id(), at);
    }
  }

  private void insert(
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

  /** Makes an alternative to a step the present one. */
  void begin(
      CaseRow dossier,
      StepRow step,
      StepWay way,
      Instant at,
      Instant dossierDue,
      WorkingCalendar calendar)
      throws SQLException {
    insert(dossier, step, at, dossierDue, calendar);
    new StepCompanions(connection, calendar).take(dossier.id(), way, at);
  }

  /** Makes a step the present one again as it was before, opinions beside it left out. */
  void again(CaseRow dossier, TaskRow before, Instant at, WorkingCalendar calendar)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en,
              public_name, unit_id, role, begun_at, due_at, minutes, dossier_due_at, changed_at,
              hand_over, from_unit_id, branch_position)
            select nextval('dossier_task_id_seq'), dataset_id, dossier_id, position, name, name_en,
              public_name, unit_id, role, ?, ?, minutes, coalesce(?, 'infinity'::timestamptz), ?,
              hand_over, from_unit_id, branch_position
            from dossier_task where id = ?""",
            at,
            due(at, before.minutes(), calendar),
            dossier.dueAt(),
            at,
            before.id())
        .update();
  }

  /** Lets screens shown before notice that something beside the step has changed. */
  void touch(TaskRow task, Instant at, String actor) throws SQLException {
    Query.of(
            connection,
            """
            update dossier_task set changed_at = ?, changed_by = ?, version = version + 1
            where id = ?""",
            at,
            actor,
            task.id())
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
    // An opinion without a limit of its own goes by the dossier's.
    Query.of(
            connection,
            """
            update dossier_task set dossier_due_at = coalesce(?, 'infinity'::timestamptz)
            where beside_id = ? and completed_at is null and due_at is null""",
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
        row.getString("changed_by"),
        row.getBoolean("hand_over"),
        !"MAIN".equals(row.getString("kind")),
        Query.moment(row, "due_at"),
        Query.moment(row, "completed_at"));
  }
}
