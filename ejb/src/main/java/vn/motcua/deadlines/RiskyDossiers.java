package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.motcua.database.Query;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.WorkingTime;

/** Weighs open dossiers that are not late yet. */
final class RiskyDossiers {

  /** From this chance on it is told. */
  static final int TOLD_FROM = 50;

  private static final int LOOKED_AT = 2_000;
  private static final int SHOWN = 30;

  /** A median of fewer is an anecdote. */
  private static final int ENOUGH = 5;

  private static final String OPEN =
      """
      select d.code, d.field_id, coalesce(d.procedure_id, 0) as procedure_id, d.due_at, t.position,
        t.begun_at, t.name, t.name_en, t.minutes, i.process_id, u.name as unit_name,
        coalesce(st.full_name, '') as assignee_name,
        coalesce(nullif(v.short_name, ''), v.name, '') as procedure,
        t.unit_id = d.branch_id as at_branch
      from dossier_task t join dossier d on d.id = t.dossier_id join unit u on u.id = t.unit_id
      left join dossier_intake i on i.dossier_id = d.id
      left join account a on a.login = t.assignee left join staff st on st.id = a.staff_id
      left join procedure_version v on v.procedure_id = d.procedure_id
        and v.valid_from <= (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
        and v.valid_to > (d.received_at at time zone 'Asia/Ho_Chi_Minh')::date
      where t.dataset_id = ? and t.completed_at is null and d.state = 'OPEN' and d.due_at > ?
        and (? or t.unit_id = any(?) or ? and d.branch_id = any(?))
        and (? or t.role = any(?) and (t.assignee is null or t.assignee = ?))
        %s
      order by t.dossier_due_at limit ?""";

  /** Names them, so that the index of codes is used. */
  private static final String NAMED = "and d.dataset_id = ? and d.code = any(?)";

  private record Step(int position, String name, String nameEn, String place, int minutes) {}

  private final Connection connection;
  private final StepTimes times;
  private final WorkingTime time;
  private final Map<Integer, List<Step>> processes = new HashMap<>();

  RiskyDossiers(Connection connection, StepTimes times, WorkingTime time) {
    this.connection = connection;
    this.times = times;
    this.time = time;
  }

  /** Those of a person that will probably be late, the surest first. */
  List<RiskLine> read(int dataset, Instant now, Scope scope, Set<Role> roles, String login)
      throws SQLException {
    boolean over = roles.contains(Role.BRANCH_DIRECTOR) || roles.contains(Role.LEADER);
    List<Weighed> weighed = weighed(dataset, now, scope, over, roles, login, null);
    // Only those that are shown are told how long they have.
    return weighed.stream()
        .filter(one -> one.risk().percent() >= TOLD_FROM)
        .sorted(
            Comparator.comparingInt((Weighed one) -> one.risk().percent())
                .reversed()
                .thenComparing(one -> one.found().dueAt())
                .thenComparing(one -> one.found().code()))
        .limit(SHOWN)
        .map(one -> line(one, now))
        .toList();
  }

  /** Those named by their codes, as far as they lie in the scope. */
  List<RiskLine> of(int dataset, Instant now, Scope scope, Collection<String> codes)
      throws SQLException {
    return weighed(dataset, now, scope, true, Set.of(), "", codes).stream()
        .map(one -> line(one, now))
        .toList();
  }

  private record Weighed(Found found, LateRisk risk) {}

  private RiskLine line(Weighed one, Instant now) {
    Found found = one.found();
    return new RiskLine(
        found.code,
        found.procedure,
        found.unit,
        found.assignee,
        found.dueAt,
        time.timeLeft(now, found.dueAt),
        one.risk());
  }

  private List<Weighed> weighed(
      int dataset,
      Instant now,
      Scope scope,
      boolean whole,
      Set<Role> roles,
      String login,
      Collection<String> codes)
      throws SQLException {
    List<Integer> units =
        scope.unitIds().isEmpty()
            ? Collections.singletonList(-1)
            : new ArrayList<>(scope.unitIds());
    List<Weighed> weighed = new ArrayList<>();
    List<Object> values =
        new ArrayList<>(
            Arrays.asList(
                dataset,
                now,
                scope.wholeCity(),
                units,
                whole,
                units,
                whole,
                roles.stream().map(Role::name).toList(),
                login));
    if (codes != null) {
      values.add(dataset);
      values.add(codes);
    }
    values.add(LOOKED_AT);
    List<Found> found =
        Query.of(connection, OPEN.formatted(codes == null ? "" : NAMED), values.toArray())
            .list(RiskyDossiers::found);
    for (Found one : found) {
      weighed.add(new Weighed(one, risk(one, now)));
    }
    return weighed;
  }

  private LateRisk risk(Found one, Instant now) throws SQLException {
    long elapsed = time.minutesBetween(one.begunAt, now);
    long left = time.minutesBetween(now, one.dueAt);
    List<String> path = StepTimes.path(one.field, one.procedureId, one.position);
    double chance =
        left < 1 ? 1 : times.reliability().corrected(times.remaining().late(path, elapsed, left));
    Step worst = null;
    long worstTypical = 0;
    for (Step step : following(one)) {
      long usual =
          times.own().median(StepTimes.path(one.field, one.procedureId, step.position()), ENOUGH);
      long typical =
          Math.max(
              usual < 0 ? step.minutes() : usual, step.position() == one.position ? elapsed : 0);
      if (worst == null || typical - step.minutes() > worstTypical - worst.minutes()) {
        worst = step;
        worstTypical = typical;
      }
    }
    return new LateRisk(
        (int) Math.round(100 * chance),
        worst.name(),
        worst.nameEn(),
        side(one, worst),
        worstTypical,
        worst.minutes(),
        times.remaining().samples(path));
  }

  private static String side(Found one, Step step) {
    if (!step.place().equals("BRANCH")) {
      return "AGENCY";
    }
    return step.position() <= 1 || step.position() == one.position && one.position <= 1
        ? "INTAKE"
        : "RETURN";
  }

  /** The present step and those after it. */
  private List<Step> following(Found one) throws SQLException {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            one.position, one.step, one.stepEn, one.atBranch ? "BRANCH" : "AGENCY", one.minutes));
    if (one.processId != 0) {
      List<Step> process = processes.get(one.processId);
      if (process == null) {
        process =
            Query.of(
                    connection,
                    "select * from internal_step where process_id = ? order by position",
                    one.processId)
                .list(
                    row ->
                        new Step(
                            row.getInt("position"),
                            row.getString("name"),
                            row.getString("name_en"),
                            row.getString("place"),
                            row.getInt("minutes")));
        processes.put(one.processId, process);
      }
      process.stream().filter(step -> step.position() > one.position).forEach(steps::add);
    }
    return steps;
  }

  private record Found(
      String code,
      String procedure,
      String unit,
      String assignee,
      int field,
      int procedureId,
      Instant dueAt,
      int position,
      Instant begunAt,
      String step,
      String stepEn,
      int minutes,
      int processId,
      boolean atBranch) {}

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("code"),
        row.getString("procedure"),
        row.getString("unit_name"),
        row.getString("assignee_name"),
        row.getInt("field_id"),
        row.getInt("procedure_id"),
        Query.moment(row, "due_at"),
        row.getInt("position"),
        Query.moment(row, "begun_at"),
        row.getString("name"),
        row.getString("name_en"),
        row.getInt("minutes"),
        row.getInt("process_id"),
        row.getBoolean("at_branch"));
  }
}
