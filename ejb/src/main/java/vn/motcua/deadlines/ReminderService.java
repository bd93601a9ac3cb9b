package vn.motcua.deadlines;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;

/** What the caller is reminded of (nhắc việc), and the press that urges somebody (đôn đốc). */
@Stateless
public class ReminderService {

  /** The most lines of a page. */
  static final int MOST = 200;

  private static final int COUNTED = 100;
  private static final Duration BETWEEN_URGES = Duration.ofHours(1);
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  /** The last one classes feedback (phân loại PAKN), and is told of nothing else. */
  private static final Role[] TOLD = {
    Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR, Role.LEADER, Role.REPORTER
  };

  private static final Role[] URGING = {Role.OFFICER, Role.BRANCH_DIRECTOR, Role.LEADER};

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;
  @Inject private BundledCalendars calendars;
  @Inject private RecentTimes times;

  public ReminderService() {}

  /** For use without a container. */
  ReminderService(
      DataSource database,
      Access access,
      AuditTrail trail,
      RecentTimes times,
      InstantSource clock,
      BundledCalendars calendars) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.times = times;
    this.clock = clock;
    this.calendars = calendars;
  }

  /**
   * What the caller is to do, whom to urge, and what was told today.
   *
   * @param dataset code of the dataset; {@code hanoi} where none is given
   */
  public ReminderPage page(String dataset) {
    Account account = access.require(TOLD);
    Scope scope = access.scope();
    Audience audience = audience(account, scope);
    Instant now = clock.instant();
    WorkingTime time = time();
    try (Connection connection = database.getConnection()) {
      int set = OpenAlerts.dataset(connection, dataset);
      Escalation escalation = Escalation.on(connection, now);
      OpenAlerts alerts = new OpenAlerts(connection);
      List<OpenAlert> found =
          account.roles().equals(Set.of(Role.REPORTER))
              ? alerts.feedback(set, 10 * MOST)
              : alerts.read(set, scope.wholeCity(), scope.unitIds(), 10 * MOST);
      List<Seen> seen = new ArrayList<>();
      for (OpenAlert alert : found) {
        Level level = escalation.of(alert.kind(), alert.raisedAt(), now, time);
        if (audience.sees(alert, level)) {
          seen.add(new Seen(alert, level));
        }
      }
      seen.sort(
          Comparator.comparing((Seen one) -> one.alert().kind())
              .thenComparing(one -> one.alert().raisedAt())
              .thenComparing(one -> one.alert().code()));
      List<ReminderLine> shown =
          seen.stream()
              .limit(MOST)
              .map(one -> line(one.alert(), one.level(), account, now, time))
              .toList();
      return new ReminderPage(
          shown,
          seen.size() > MOST,
          Digests.today(connection, set, account.login(), LocalDate.ofInstant(now, ZONE)),
          holders(seen),
          atRisk(connection, set, now, audience, time));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the caller is told of; only the first become lines. */
  private record Seen(OpenAlert alert, Level level) {}

  private List<RiskLine> atRisk(
      Connection connection, int set, Instant now, Audience audience, WorkingTime time)
      throws SQLException {
    return new RiskyDossiers(connection, times.model(set), time)
        .read(set, now, audience.scope(), audience.roles(), audience.login());
  }

  private ReminderLine line(
      OpenAlert alert, Level level, Account account, Instant now, WorkingTime time) {
    boolean own =
        alert.assignee().equals(account.login())
            || alert.assignee().isEmpty()
                && account.roles().stream().anyMatch(role -> role.name().equals(alert.role()));
    return new ReminderLine(
        alert,
        level,
        alert.dueAt() == null ? null : time.timeLeft(now, alert.dueAt()),
        own,
        !alert.assignee().equals(account.login())
            && alert.kind().canBeUrged()
            && List.of(URGING).stream().anyMatch(account.roles()::contains));
  }

  private static List<ReminderPage.Holder> holders(List<Seen> seen) {
    return seen.stream()
        .filter(line -> line.alert().kind().canBeUrged())
        .collect(
            Collectors.groupingBy(
                line ->
                    line.alert().assigneeName().isEmpty()
                        ? line.alert().unit()
                        : line.alert().assigneeName()))
        .entrySet()
        .stream()
        .map(
            held ->
                new ReminderPage.Holder(
                    held.getKey(),
                    held.getValue().size(),
                    (int)
                        held.getValue().stream()
                            .filter(line -> line.alert().kind() == AlertKind.OVERDUE)
                            .count()))
        .sorted(
            Comparator.comparingInt(ReminderPage.Holder::count)
                .reversed()
                .thenComparing(ReminderPage.Holder::name))
        .limit(12)
        .toList();
  }

  /**
   * How many alerts of the stream are open in the caller's bodies, 100 at most: for the menu, so
   * one short look at an index. Those who see the whole city are told none; who classes feedback is
   * told how much of it waits beyond its time.
   */
  public int count() {
    Account account = access.require(TOLD);
    Scope scope = access.scope();
    if (account.roles().contains(Role.REPORTER)) {
      return unclassed();
    }
    if (scope.wholeCity() || scope.unitIds().isEmpty()) {
      return 0;
    }
    try (Connection connection = database.getConnection()) {
      List<Integer> units = List.copyOf(scope.unitIds());
      return Query.of(
              connection,
              """
              select count(*) from (
                select from alert
                where generation = (select active_generation from read_model) and dataset_id = 1
                  and cleared_at is null and (unit_id = any(?) or branch_id = any(?))
                limit ?) few""",
              units,
              units,
              COUNTED)
          .first(row -> row.getInt(1))
          .orElse(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private int unclassed() {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select count(*) from (
                select from alert a join feedback f on f.id = a.thing_id
                where a.generation = (select active_generation from read_model)
                  and a.dataset_id = 1 and a.kind = 'FEEDBACK' and a.thing_id <> 0
                  and a.cleared_at is null
                  and f.judge_unit_id is null and f.state in ('NEW', 'ASSIGNED')
                limit ?) few""",
              COUNTED)
          .first(row -> row.getInt(1))
          .orElse(0);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Urges whoever holds it. Written to the audit trail.
   *
   * @param kind name of an {@link AlertKind}
   * @param code of the dossier, submission or feedback
   * @throws DeadlineFailure.Gone where it does not hold any more
   * @throws DeadlineFailure.UrgedBefore within an hour of the last time
   */
  public void urge(String dataset, String kind, String code) {
    Account account = access.require(URGING);
    Instant now = clock.instant();
    AlertKind asked =
        List.of(AlertKind.values()).stream()
            .filter(one -> one.name().equals(kind) && one.canBeUrged())
            .findFirst()
            .orElseThrow(DeadlineFailure.Unknown::new);
    try (Connection connection = database.getConnection()) {
      int set = OpenAlerts.dataset(connection, dataset);
      // Two who press at once: the second sees the first one's row.
      Query.of(connection, "select pg_advisory_xact_lock(hashtext(?))", "urge " + kind + code)
          .first(row -> true);
      OpenAlert alert =
          new OpenAlerts(connection)
              .of(set, code).stream()
                  .filter(one -> one.kind() == asked)
                  .findFirst()
                  .orElseThrow(() -> new DeadlineFailure.Gone(code));
      Scope scope = access.scope();
      boolean branch =
          account.roles().contains(Role.BRANCH_DIRECTOR) && scope.includes(alert.branchId());
      access.requireAt(branch ? alert.branchId() : alert.unitId(), URGING);
      if (alert.urgedAt() != null && alert.urgedAt().plus(BETWEEN_URGES).isAfter(now)) {
        throw new DeadlineFailure.UrgedBefore(code, MINUTE.format(alert.urgedAt().atZone(ZONE)));
      }
      Query.of(
              connection,
              """
              insert into urge (dataset_id, kind, code, unit_id, urged, urged_by, urged_at)
              values (?, ?, ?, ?, ?, ?, ?)""",
              set,
              asked,
              code,
              alert.unitId(),
              alert.assignee(),
              account.login(),
              now)
          .update();
      trail.record(
          "deadline.urge",
          alert.dossierId() == 0 ? asked.name() + " " + code : "dossier " + alert.dossierId(),
          Map.of("kind", asked.name(), "urged", alert.assignee()));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Audience audience(Account account, Scope scope) {
    return new Audience(account.login(), account.post(), account.roles(), scope);
  }

  private WorkingTime time() {
    return new WorkingTime(calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
  }
}
