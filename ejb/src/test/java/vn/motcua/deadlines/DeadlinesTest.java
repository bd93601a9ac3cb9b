package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;
import vn.motcua.world.CityWorld;

/** Alerts told to people, on a real PostgreSQL. The stream is played. */
class DeadlinesTest {

  /** Friday 10:00 plus a step of the same day: Monday 08:00. */
  private static final String MONDAY = "2026-11-23T01:00:00Z";

  private final CityWorld city = new CityWorld();
  private final PlayedStream stream = new PlayedStream(city);
  private final RecentTimes times = new RecentTimes(city.database, city.clock, CityWorld.CALENDARS);
  private final ReminderService reminders =
      new ReminderService(
          city.database, city.access, city.trail, times, city.clock, CityWorld.CALENDARS);
  private final Digests digests = new Digests(city.database, city.clock, CityWorld.CALENDARS);
  private final OverloadService overload =
      new OverloadService(city.database, city.access, city.clock, CityWorld.CALENDARS);

  @Test
  void each_sees_what_is_theirs() {
    ReceivedDossier dossier = overdue(1);
    assertThat(kinds("minh")).contains("OVERDUE");
    assertThat(kinds("son")).as("the branch's director").contains("OVERDUE");
    assertThat(kinds("khanh")).as("the leader").contains("OVERDUE");
    assertThat(kinds("hoa")).as("a clerk of another branch").isEmpty();
    assertThat(kinds("lan")).as("not the clerk's step").doesNotContain("OVERDUE");
    assertThatThrownBy(() -> kinds("quantri")).isInstanceOf(IdentityFailure.NotAllowed.class);
    city.execute("update dossier set state = 'FINISHED' where id = " + dossier.id());
    assertThat(kinds("minh")).doesNotContain("OVERDUE");
  }

  @Test
  void the_limit_of_a_step_is_watched_too() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.execute(
        "update dossier_task set due_at = '2026-11-20T04:00:00Z' where completed_at is null");
    assertThat(kinds("minh")).doesNotContain("STEP_OVERDUE");
    city.wait(Duration.ofMinutes(61));
    assertThat(kinds("minh")).contains("STEP_OVERDUE");
    assertThat(dossier.code()).isNotEmpty();
  }

  @Test
  void what_was_cleared_or_withdrawn_is_not_told() {
    ReceivedDossier dossier = city.received(city.person(1));
    alert(dossier, "OVERDUE", city.now().toString(), "now()", false);
    alert(dossier, "UNTOUCHED", city.now().toString(), "now()", true);
    assertThat(kinds("minh")).isEmpty();
  }

  @Test
  void one_press_urges_and_is_kept() {
    ReceivedDossier dossier = overdue(1);
    city.signIn("son");
    city.run(() -> reminders.urge("hanoi", "OVERDUE", dossier.code()));
    assertThat(city.value("select urged_by || ' ' || kind from urge")).isEqualTo("son OVERDUE");
    assertThat(city.value("select count(*) from audit_entry where action = 'deadline.urge'"))
        .isEqualTo("1");
    assertThat(page("minh").lines().getFirst().alert().urgedAt()).isEqualTo(city.now());
    city.signIn("son");
    assertThatThrownBy(() -> city.run(() -> reminders.urge("hanoi", "OVERDUE", dossier.code())))
        .isInstanceOf(DeadlineFailure.UrgedBefore.class);
    city.wait(Duration.ofMinutes(61));
    city.run(() -> reminders.urge("hanoi", "OVERDUE", dossier.code()));
    assertThat(city.value("select count(*) from urge")).isEqualTo("2");
  }

  @Test
  void nobody_urges_for_what_is_gone_or_another_bodys() {
    ReceivedDossier dossier = overdue(1);
    city.signIn("lan");
    assertThatThrownBy(() -> urge("OVERDUE", dossier.code()))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    city.signIn("son");
    assertThatThrownBy(() -> urge("DUE_SOON", dossier.code()))
        .isInstanceOf(DeadlineFailure.Gone.class);
    assertThatThrownBy(() -> urge("SECOND_REQUEST", dossier.code()))
        .isInstanceOf(DeadlineFailure.Unknown.class);
    city.execute(
        """
        update account_scope set unit_id = (select coalesce(lineage_id, id) from unit
          where code = 'cn-cau-giay' and valid_to = 'infinity')
        where account_id = (select id from account where login = 'son')""");
    assertThatThrownBy(() -> urge("OVERDUE", dossier.code()))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    assertThat(city.value("select count(*) from urge")).isEqualTo("0");
  }

  @Test
  void digests_come_at_eight_and_half_past_one_once_each() {
    overdue(1);
    city.at("2026-11-23T00:59:59Z");
    digest();
    assertThat(notices()).isEmpty();
    city.at(MONDAY);
    digest();
    digest();
    assertThat(notices()).isEqualTo("khanh MORNING 1,minh MORNING 1,son MORNING 1");
    city.at("2026-11-23T06:30:00Z");
    digest();
    digest();
    assertThat(notices()).contains("minh MORNING 1", "minh NOON 1");
    assertThat(page("minh").notices()).extracting(Notice::slot).containsExactly("NOON", "MORNING");
    assertThat(city.value("select count(*) from digest_run")).isEqualTo("2");
  }

  @Test
  void there_is_no_digest_on_a_sunday_nor_hours_late() {
    overdue(1);
    city.at("2026-11-22T01:00:00Z");
    digest();
    city.at("2026-11-23T04:00:01Z");
    digest();
    assertThat(notices()).isEmpty();
  }

  @Test
  void only_work_of_the_same_day_is_told_at_once() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.execute("update dossier_task set due_at = null");
    city.at("2026-11-20T08:00:00Z");
    alert(dossier, "DUE_SOON", "2026-11-20T07:55:00Z", "null", false);
    city.execute("update dossier set due_at = '2026-11-23T08:00:00Z'");
    digest();
    assertThat(city.value("select count(*) from staff_notice where slot = 'NOW'")).isEqualTo("0");
    city.execute("update dossier set due_at = '2026-11-20T09:00:00Z'");
    digest();
    digest();
    assertThat(city.value("select string_agg(login, ' ') from staff_notice where slot = 'NOW'"))
        .isEqualTo("minh");
  }

  @Test
  void an_alert_climbs_by_working_time() {
    Escalation escalation =
        new Escalation(
            List.of(
                new Escalation.Step(AlertKind.UNTOUCHED, Level.HEAD, 60),
                new Escalation.Step(AlertKind.UNTOUCHED, Level.CENTRE, 240)));
    WorkingTime time = new WorkingTime(CityWorld.CALENDARS.ofCode(DueDateQuestion.CITY_CALENDAR));
    Instant fridayNoon = Instant.parse("2026-11-20T04:30:00Z");
    assertThat(level(escalation, time, fridayNoon, "2026-11-20T05:00:00Z"))
        .isEqualTo(Level.OFFICER);
    assertThat(level(escalation, time, fridayNoon, "2026-11-20T07:30:00Z")).isEqualTo(Level.HEAD);
    assertThat(level(escalation, time, fridayNoon, "2026-11-22T07:30:00Z"))
        .as("the weekend does not count")
        .isEqualTo(level(escalation, time, fridayNoon, "2026-11-20T11:00:00Z"));
    assertThat(level(escalation, time, fridayNoon, "2026-11-24T07:30:00Z")).isEqualTo(Level.CENTRE);
    assertThat(level(escalation, time, fridayNoon, "2026-11-19T07:30:00Z"))
        .isEqualTo(Level.OFFICER);
  }

  @Test
  void a_dossier_whose_like_were_late_is_at_risk_and_says_where() {
    List<ReceivedDossier> former = new ArrayList<>();
    for (int i = 1; i <= 12; i++) {
      former.add(city.received(city.person(i)));
    }
    city.execute(
        """
        update dossier_task set completed_at = begun_at + interval '9 days',
          completed_by = 'minh' where completed_at is null""");
    city.execute(
        """
        update dossier set state = 'FINISHED', finished_at = received_at + interval '9 days',
          outcome = 'GRANTED'""");
    city.at("2026-11-30T02:00:00Z");
    ReceivedDossier open = city.received(city.person(20));
    city.execute("update dossier set due_at = '2026-12-02T02:00:00Z' where id = " + open.id());
    ReminderPage page = page("minh");
    assertThat(page.atRisk()).extracting(RiskLine::code).containsExactly(open.code());
    LateRisk risk = page.atRisk().getFirst().risk();
    assertThat(risk.percent()).isGreaterThan(80);
    assertThat(risk.side()).isEqualTo("AGENCY");
    assertThat(risk.typicalMinutes()).isGreaterThan(risk.allowedMinutes());
    assertThat(risk.samples()).isEqualTo(12);
    assertThat(page("hoa").atRisk()).isEmpty();
    RiskService service =
        new RiskService(city.database, city.access, times, city.clock, CityWorld.CALENDARS);
    city.signIn("minh");
    assertThat(city.call(() -> service.of("hanoi", List.of(open.code(), "x"))))
        .containsOnlyKeys(open.code());
    city.signIn("hoa");
    assertThat(city.call(() -> service.of("hanoi", List.of(open.code())))).isEmpty();
  }

  @Test
  void a_branch_without_enough_counters_is_overloaded() {
    for (int i = 1; i <= 13; i++) {
      city.received(city.person(i));
    }
    city.signIn("son");
    BranchLoad load = city.call(() -> overload.branches("hanoi")).getFirst();
    assertThat(load.arrivals()).isEqualTo(13);
    assertThat(load.counters()).isEqualTo(1);
    assertThat(load.level()).isEqualTo("BUSY");
    assertThat(load.reasons()).containsExactly("ARRIVALS");
    city.execute("update visit set clerk = 'mai' where id % 2 = 0");
    city.signIn("hoa");
    assertThatThrownBy(() -> city.call(() -> overload.branches("hanoi")))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    city.wait(Duration.ofHours(2));
    city.signIn("khanh");
    assertThat(city.call(() -> overload.branches("hanoi")))
        .allMatch(branch -> branch.arrivals() == 0);
  }

  @Test
  void the_stream_gets_the_citys_working_time() {
    WorkingSpans spans = new WorkingSpans(city.database, city.clock, CityWorld.CALENDARS);
    spans.publish();
    spans.publish();
    WorkingTime time = new WorkingTime(CityWorld.CALENDARS.ofCode(DueDateQuestion.CITY_CALENDAR));
    Instant from = Instant.parse("2026-04-20T00:00:00Z");
    Instant to = Instant.parse("2026-11-20T00:00:00Z");
    assertThat(
            city.value(
                """
                select (extract(epoch from sum(ends_at - starts_at)) / 60)::bigint
                from working_span where starts_at >= '%s' and ends_at <= '%s'""",
                from, to))
        .isEqualTo(String.valueOf(time.minutesBetween(from, to)));
  }

  @Test
  void the_menu_counts_what_is_open_in_the_own_bodies() {
    overdue(1);
    overdue(2);
    assertThat(count("minh")).isEqualTo(2);
    assertThat(count("son")).isEqualTo(2);
    assertThat(count("hoa")).isZero();
    assertThat(count("khanh")).isZero();
  }

  /** Nobody else can class it, so it must reach whoever does: page, menu and digest. */
  @Test
  void feedback_that_waits_to_be_classed_reaches_who_classes_it() {
    overdue(1);
    city.execute(
        """
        update account_role set role = 'REPORTER' where account_id = (
          select id from account where login = 'quantri');
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, state, due_at)
        values (1, 'PA26-1', 'x', 'PORTAL', '2026-11-17T03:00:00Z', 'x', '2026-11-17', 'Chậm',
            'Chậm', 'NEW', '2026-11-19T10:00:00Z'),
          (1, 'PA26-2', 'y', 'PORTAL', '2026-11-17T03:00:00Z', 'x', '2026-11-17', 'Chưa',
            'Chưa', 'NEW', '2026-11-25T10:00:00Z')""");
    assertThat(page("quantri").lines())
        .as("and no dossier")
        .extracting(line -> line.alert().code())
        .containsExactly("PA26-1");
    assertThat(page("quantri").lines().getFirst().own()).isTrue();
    assertThat(page("quantri").atRisk()).isEmpty();
    assertThat(count("quantri")).isEqualTo(1);
    assertThatThrownBy(() -> urge("FEEDBACK", "PA26-1"))
        .as("who is to do it urges nobody")
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    city.at(MONDAY);
    digest();
    assertThat(city.value("select codes::text from staff_notice where login = 'quantri'"))
        .isEqualTo("{PA26-1}");
    city.execute("update feedback set state = 'REFUSED'");
    assertThat(page("quantri").lines()).isEmpty();
    assertThat(count("quantri")).isZero();
  }

  private int count(String login) {
    stream.tick();
    city.signIn(login);
    return city.call(reminders::count);
  }

  private static Level level(Escalation escalation, WorkingTime time, Instant raised, String now) {
    return escalation.of(AlertKind.UNTOUCHED, raised, Instant.parse(now), time);
  }

  private ReceivedDossier overdue(int number) {
    city.at("2026-11-20T03:00:00Z");
    ReceivedDossier dossier = city.received(city.person(number));
    city.execute("update dossier set due_at = '2026-11-19T09:00:00Z' where id = " + dossier.id());
    city.execute("update dossier_task set due_at = null");
    alert(dossier, "OVERDUE", "2026-11-17T09:00:00Z", "null", false);
    return dossier;
  }

  private void alert(
      ReceivedDossier dossier, String kind, String raised, String cleared, boolean withdrawn) {
    city.execute(
        """
        insert into alert (generation, id, dataset_id, dossier_id, kind, sequence, unit_id,
          branch_id, procedure_id, raised_at, cleared_at, withdrawn)
        select 1, '%s', d.dataset_id, d.id, '%s', 1, d.unit_id, d.branch_id, 0, '%s', %s, %s
        from dossier d where d.id = %d"""
            .formatted(UUID.randomUUID(), kind, raised, cleared, withdrawn, dossier.id()));
  }

  private void digest() {
    stream.tick();
    city.run(digests::make);
  }

  private String notices() {
    String all =
        city.value(
            "select string_agg(login || ' ' || slot || ' ' || total, ',' order by login, id)"
                + " from staff_notice");
    return all == null ? "" : all;
  }

  private void urge(String kind, String code) {
    city.run(() -> reminders.urge("hanoi", kind, code));
  }

  private ReminderPage page(String login) {
    stream.tick();
    city.signIn(login);
    return city.call(() -> reminders.page("hanoi"));
  }

  private List<String> kinds(String login) {
    return page(login).lines().stream().map(line -> line.alert().kind().name()).toList();
  }
}
