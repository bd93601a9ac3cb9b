package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.steps.StepWay;
import vn.motcua.worktime.WorkingTime;

/** Reads where a dossier may go and what it waits for. */
final class CourseRows {

  private final Connection connection;
  private final WorkingTime time;
  private final Instant now;
  private final Scope scope;
  private final Set<Role> roles;

  CourseRows(Connection connection, WorkingTime time, Instant now, Scope scope, Set<Role> roles) {
    this.connection = connection;
    this.time = time;
    this.now = now;
    this.scope = scope;
    this.roles = roles;
  }

  DossierCourse of(Seen seen, DossierState state) throws SQLException {
    long id = seen.dossierId();
    TaskRow present = state.open() ? new TaskRows(connection).present(id).orElse(null) : null;
    return new DossierCourse(
        opinions(seen),
        handOvers(id),
        present == null ? List.of() : ways(id, present),
        present == null ? List.of() : backs(id, present),
        present != null && !new OpinionSteps(connection).of(present).enough());
  }

  private List<DossierCourse.Opinion> opinions(Seen seen) throws SQLException {
    return Query.of(
            connection,
            """
            select t.*, u.name as body,
              coalesce(s.full_name, t.completed_by, t.assignee, '') as person
            from dossier_task t join unit u on u.id = t.unit_id
            left join account a on a.login = coalesce(t.completed_by, t.assignee)
            left join staff s on s.id = a.staff_id
            where t.dossier_id = ? and t.kind = 'CONSULTATION' order by t.begun_at, t.id""",
            seen.dossierId())
        .list(
            row -> {
              Instant done = Query.moment(row, "completed_at");
              return new DossierCourse.Opinion(
                  new Seen(
                      seen.dossierId(), seen.sequence(), row.getInt("version"), row.getLong("id")),
                  row.getString("name"),
                  row.getString("body"),
                  row.getString("person"),
                  Query.moment(row, "begun_at"),
                  Query.moment(row, "due_at"),
                  done,
                  worked(Query.moment(row, "begun_at"), done),
                  row.getInt("minutes"),
                  late(Query.moment(row, "due_at"), done),
                  row.getString("comment"),
                  row.getString("document"),
                  "WAIVED".equals(row.getString("ending")),
                  row.getBoolean("abandoned"),
                  done == null
                      && scope.includes(row.getInt("unit_id"))
                      && roles.contains(Role.valueOf(row.getString("role"))));
            });
  }

  private List<DossierCourse.HandOver> handOvers(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select t.*, u.name as body, coalesce(f.name, '') as from_name
            from dossier_task t join unit u on u.id = t.unit_id
            left join unit f on f.id = t.from_unit_id
            where t.dossier_id = ? and t.hand_over order by t.begun_at, t.id""",
            id)
        .list(
            row -> {
              Instant ended = Query.moment(row, "completed_at");
              return new DossierCourse.HandOver(
                  row.getString("name"),
                  row.getString("from_name"),
                  row.getString("body"),
                  Query.moment(row, "begun_at"),
                  Query.moment(row, "due_at"),
                  ended,
                  worked(Query.moment(row, "begun_at"), ended),
                  row.getInt("minutes"),
                  late(Query.moment(row, "due_at"), ended),
                  "RETURNED".equals(row.getString("ending")),
                  row.getBoolean("abandoned"),
                  row.getString("comment"),
                  row.getString("document"));
            });
  }

  private List<DossierCourse.Way> ways(long id, TaskRow present) throws SQLException {
    record Next(int position, String name) {}
    Next next =
        Query.of(
                connection,
                """
                select s.position, s.name from internal_step s join dossier_intake i
                  on i.process_id = s.process_id
                where i.dossier_id = ? and s.position > ? order by s.position limit 1""",
                id,
                present.position())
            .first(row -> new Next(row.getInt("position"), row.getString("name")))
            .orElse(new Next(0, ""));
    List<DossierCourse.Way> ways = new ArrayList<>();
    List<StepWay> alternatives = StepWay.to(connection, id, next.position());
    boolean ruled = alternatives.stream().anyMatch(way -> way.decision() == StepWay.Decision.TAKEN);
    for (StepWay way : alternatives) {
      if (!ruled && way.decision() == StepWay.Decision.OFFICER) {
        ways.add(new DossierCourse.Way(way.number(), way.name(), next.name(), way.condition()));
      }
    }
    if (!ways.isEmpty()) {
      ways.addFirst(new DossierCourse.Way(0, next.name(), next.name(), ""));
    }
    return ways;
  }

  private List<DossierCourse.Way> backs(long id, TaskRow present) throws SQLException {
    return Query.of(
            connection,
            """
            select b.position, b.name, s.name as leads_to
            from dossier_intake i
            join internal_branch b on b.process_id = i.process_id and b.kind = 'BACK'
              and b.at_step = ?
            join internal_step s on s.process_id = b.process_id and s.position = b.to_step
            where i.dossier_id = ? order by b.position""",
            present.position(),
            id)
        .list(
            row ->
                new DossierCourse.Way(
                    row.getInt("position"), row.getString("name"), row.getString("leads_to"), ""));
  }

  private boolean late(Instant due, Instant ended) {
    return due != null && (ended == null ? now : ended).isAfter(due);
  }

  private long worked(Instant from, Instant to) {
    return Math.max(0, time.minutesBetween(from, to == null ? now : to));
  }
}
