package vn.motcua.steps;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * What the process wants of a step that was just made the present one: another body, a hand-over
 * with its clock (liên thông), opinions asked for at once beside it (lấy ý kiến song song), or an
 * alternative instead. Whoever opened the step holds the dossier's lock.
 */
public final class StepCompanions {

  private final Connection connection;
  private final WorkingCalendar calendar;

  public StepCompanions(Connection connection, WorkingCalendar calendar) {
    this.connection = connection;
    this.calendar = calendar;
  }

  /**
   * @param unitId whose the step is by its place
   * @param unitCode of the third body whose it is by the process; empty: none
   * @param fromUnit who did the step before; null: nobody
   */
  private record Opened(
      long task,
      int datasetId,
      int position,
      int unitId,
      int agencyId,
      String unitCode,
      boolean handOver,
      Integer fromUnit) {}

  /**
   * Gives the present step what the process says of it. Where a rule takes an alternative, that is
   * taken instead.
   *
   * @param at when the step began
   */
  public void accompany(long dossierId, Instant at) throws SQLException {
    Opened opened = opened(dossierId).orElse(null);
    if (opened == null) {
      return;
    }
    Optional<StepWay> ruled =
        StepWay.to(connection, dossierId, opened.position()).stream()
            .filter(way -> way.decision() == StepWay.Decision.TAKEN)
            .findFirst();
    if (ruled.isPresent()) {
      take(dossierId, ruled.get(), at);
      return;
    }
    if (!opened.unitCode().isEmpty() || opened.handOver()) {
      Query.of(
              connection,
              """
              update dossier_task set unit_id = ?, hand_over = ?, from_unit_id = ?
              where id = ?""",
              body(opened.datasetId(), opened.unitCode(), at).orElse(opened.unitId()),
              opened.handOver(),
              opened.handOver()
                  ? opened.fromUnit() == null
                      ? Integer.valueOf(opened.agencyId())
                      : opened.fromUnit()
                  : null,
              opened.task())
          .update();
    }
    consult(dossierId, opened, at);
  }

  private Optional<Opened> opened(long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select t.id, t.dataset_id, t.position, t.unit_id, d.unit_id as agency_id, s.unit_code,
              s.hand_over,
              (select p.unit_id from dossier_task p
               where p.dossier_id = t.dossier_id and p.kind = 'MAIN' and p.completed_at is not null
               order by p.completed_at desc, p.id desc limit 1) as from_unit
            from dossier_task t
            join dossier d on d.id = t.dossier_id
            join dossier_intake i on i.dossier_id = t.dossier_id
            join internal_step s on s.process_id = i.process_id and s.position = t.position
            where t.dossier_id = ? and t.kind = 'MAIN' and t.completed_at is null
              and t.branch_position is null
              and (s.unit_code <> '' or s.hand_over or exists (
                select 1 from internal_branch b where b.process_id = s.process_id
                  and b.at_step = s.position and b.kind in ('CONSULTATION', 'ALTERNATIVE')))""",
            dossierId)
        .first(
            row ->
                new Opened(
                    row.getLong("id"),
                    row.getInt("dataset_id"),
                    row.getInt("position"),
                    row.getInt("unit_id"),
                    row.getInt("agency_id"),
                    row.getString("unit_code"),
                    row.getBoolean("hand_over"),
                    row.getObject("from_unit", Integer.class)));
  }

  /** Makes the present step an alternative to itself. Opinions beside it are not asked for. */
  public void take(long dossierId, StepWay way, Instant at) throws SQLException {
    int dataset =
        Query.of(connection, "select dataset_id from dossier where id = ?", dossierId)
            .first(row -> row.getInt(1))
            .orElseThrow();
    Query.of(
            connection,
            """
            update dossier_task set name = ?, name_en = ?, unit_id = coalesce(?, unit_id), role = ?,
              minutes = ?, due_at = ?, branch_position = ?
            where dossier_id = ? and kind = 'MAIN' and completed_at is null""",
            way.name(),
            way.name(),
            body(dataset, way.unitCode(), at).orElse(null),
            way.role(),
            way.minutes(),
            due(at, way.minutes()),
            way.number(),
            dossierId)
        .update();
  }

  private record Opinion(int number, String name, String unitCode, String role, int minutes) {}

  private void consult(long dossierId, Opened opened, Instant at) throws SQLException {
    List<Opinion> opinions =
        Query.of(
                connection,
                """
                select b.position, b.name, b.unit_code,
                  coalesce(nullif(b.role, ''), 'OFFICER') as role, b.minutes
                from internal_branch b join dossier_intake i on i.process_id = b.process_id
                where i.dossier_id = ? and b.at_step = ? and b.kind = 'CONSULTATION'
                order by b.position""",
                dossierId,
                opened.position())
            .list(
                row ->
                    new Opinion(
                        row.getInt("position"),
                        row.getString("name"),
                        row.getString("unit_code"),
                        row.getString("role"),
                        row.getInt("minutes")));
    for (Opinion opinion : opinions) {
      Instant due = due(at, opinion.minutes());
      Query.of(
              connection,
              """
              insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id,
                role, begun_at, due_at, minutes, dossier_due_at, changed_at, kind, beside_id,
                branch_position)
              select nextval('dossier_task_id_seq'), dataset_id, dossier_id, position, ?, ?, ?, ?, ?,
                ?, ?, coalesce(?, dossier_due_at), ?, 'CONSULTATION', id, ?
              from dossier_task where id = ?""",
              opinion.name(),
              opinion.name(),
              body(opened.datasetId(), opinion.unitCode(), at).orElse(opened.agencyId()),
              opinion.role(),
              at,
              due,
              opinion.minutes(),
              due,
              at,
              opinion.number(),
              opened.task())
          .update();
    }
  }

  /**
   * The body of a code on a day: that of the dossier's dataset, else the city's. One that is no
   * longer valid still answers, rather than nobody.
   */
  private Optional<Integer> body(int dataset, String code, Instant at) throws SQLException {
    if (code.isEmpty()) {
      return Optional.empty();
    }
    LocalDate on = calendar.dateAt(at);
    return Query.of(
            connection,
            """
            select id from unit where dataset_id in (?, 1) and code = ?
            order by dataset_id = ? desc, (valid_from <= ? and valid_to > ?) desc, valid_from desc
            limit 1""",
            dataset,
            code,
            dataset,
            on,
            on)
        .first(row -> row.getInt("id"));
  }

  private Instant due(Instant from, int minutes) {
    return minutes == 0 ? null : new WorkingTime(calendar).after(from, Duration.ofMinutes(minutes));
  }
}
