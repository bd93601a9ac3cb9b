package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingTime;
import vn.motcua.world.CityWorld;

/**
 * The alerts of terms, an id for each, the same whoever asks; and what is told at once is what was
 * not told yet. On a real PostgreSQL, Friday 20 November 2026; the stream is played.
 */
class AlertsTest {

  private final CityWorld city = new CityWorld();
  private final PlayedStream stream = new PlayedStream(city);
  private final Digests digests = new Digests(city.database, city.clock, CityWorld.CALENDARS);

  /** The job's TermWatchTest knows the same id. */
  @Test
  void a_term_has_the_id_that_the_stream_gives_it() {
    assertThat(AlertIds.of(1, "step 17", AlertKind.STEP_OVERDUE, Instant.ofEpochMilli(100)))
        .hasToString("a36187a4-d55a-31b0-8c15-45096ed4d14b");
  }

  @Test
  void a_step_is_one_alert_until_its_limit_moves() {
    city.received(city.person(1));
    limitOfStep("2026-11-20T04:00:00Z");
    assertThat(open()).doesNotContainKey("STEP_OVERDUE");
    city.wait(Duration.ofMinutes(61));
    UUID id = open().get("STEP_OVERDUE");
    city.wait(Duration.ofMinutes(5));
    assertThat(open()).as("asked again, later").containsEntry("STEP_OVERDUE", id);
    limitOfStep("2026-11-20T03:59:00Z");
    assertThat(open().get("STEP_OVERDUE")).as("another moment").isNotNull().isNotEqualTo(id);
    limitOfStep("2026-11-20T04:00:00Z");
    assertThat(open()).as("the same moment once more").containsEntry("STEP_OVERDUE", id);
  }

  /** What was done a moment ago is gone, although the stream may not know it yet. */
  @Test
  void what_the_tables_know_to_be_over_is_not_shown() {
    ReceivedDossier dossier = city.received(city.person(1));
    limitOfStep("2026-11-20T02:00:00Z");
    submitted("GH-1", "2026-11-20T02:59:00Z");
    feedback(null);
    assertThat(open()).containsOnlyKeys("STEP_OVERDUE", "ACCEPTANCE", "FEEDBACK");
    city.execute("update dossier set state = 'PAUSED' where id = " + dossier.id());
    city.execute("update submission set state = 'EDIT_ASKED'");
    city.execute("update feedback set due_at = '2026-11-27T10:00:00Z'");
    assertThat(shown()).isEmpty();
    assertThat(open()).as("nor raised").isEmpty();
    city.execute("update dossier set state = 'OPEN' where id = " + dossier.id());
    assertThat(shown()).as("not raised yet").isEmpty();
    assertThat(open()).containsOnlyKeys("STEP_OVERDUE");
  }

  @Test
  void acceptance_that_waits_too_long_is_one_alert() {
    submitted("GH-1", "2026-11-20T02:59:00Z");
    submitted("GH-2", "2026-11-20T03:01:00Z");
    UUID id = open().get("ACCEPTANCE");
    assertThat(codes()).as("only the one that is over").containsExactly("GH-1");
    assertThat(open()).containsEntry("ACCEPTANCE", id);
    city.execute("update submission set state = 'ACCEPTED'");
    assertThat(open()).isEmpty();
  }

  @Test
  void an_apology_and_feedback_are_alerts_with_ids_too() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.execute(
        """
        insert into dossier_extension (dossier_id, reason, signer_title, signer, old_promise,
          new_promise, late, extended_by, extended_at)
        values (%d, 'Chờ xác minh', 'GIÁM ĐỐC', 'Trần Văn Sơn', '2026-11-25T09:00:00Z',
          '2026-11-27T09:00:00Z', false, 'son', '2026-11-20T02:00:00Z')"""
            .formatted(dossier.id()));
    feedback(null);
    Map<String, UUID> first = open();
    assertThat(first).containsOnlyKeys("PROMISE_MOVED", "FEEDBACK");
    assertThat(first.values()).doesNotHaveDuplicates();
    assertThat(open()).isEqualTo(first);
  }

  @Test
  void feedback_that_nobody_decides_comes_to_the_head_the_director_and_the_centre() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.execute(
        """
        update staff set post = 'Trưởng bộ phận' where id = (
          select staff_id from account where login = 'minh');
        delete from account_scope where account_id = (select id from account where login = 'minh');
        insert into account_scope select a.id, coalesce(u.lineage_id, u.id) from account a, unit u
        where a.login = 'minh' and u.code = 'cn-tay-ho' and u.valid_to = 'infinity'""");
    feedback(dossier.id());
    assertThat(told()).as("head and director at once").isEqualTo("minh son");
    city.at("2026-11-24T03:00:00Z");
    assertThat(told()).as("the centre later").isEqualTo("khanh minh son");
    city.execute("update feedback set dossier_id = null");
    assertThat(told()).as("about no branch: the centre's own").isEqualTo("khanh");
  }

  @Test
  void what_was_raised_during_an_outage_is_told_afterwards_and_once() {
    ReceivedDossier dossier = sameDay();
    alert(dossier, "DUE_SOON", "2026-11-20T04:00:00Z");
    digest();
    assertThat(now()).as("hours after it was raised").isEqualTo("minh");
    digest();
    city.run(new Digests(city.database, city.clock, CityWorld.CALENDARS)::make);
    assertThat(now()).as("another server, or the same after a restart").isEqualTo("minh");
    alert(dossier, "OVERDUE", "2026-11-20T07:59:00Z");
    digest();
    assertThat(now()).as("another alert of the same dossier").isEqualTo("minh minh");
  }

  @Test
  void what_a_digest_has_told_is_not_told_at_once_as_well() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.execute("update dossier set due_at = '2026-11-20T09:00:00Z'");
    city.execute("update dossier_task set due_at = null");
    city.at("2026-11-20T06:30:00Z");
    alert(dossier, "DUE_SOON", "2026-11-20T06:29:00Z");
    digest();
    assertThat(city.value("select string_agg(login || slot, ' ') from staff_notice"))
        .isEqualTo("minhNOON");
    city.wait(Duration.ofMinutes(1));
    digest();
    assertThat(now()).isNull();
    assertThat(city.value("select slot from alert_told where login = 'minh'")).isEqualTo("NOON");
  }

  @Test
  void an_alert_that_comes_up_to_somebody_else_is_told_to_that_one() {
    ReceivedDossier dossier = sameDay();
    alert(dossier, "OVERDUE", "2026-11-20T07:55:00Z");
    digest();
    assertThat(now()).isEqualTo("minh");
    city.at("2026-11-20T09:59:00Z");
    digest();
    assertThat(now()).as("two working hours later the director").isEqualTo("minh son");
  }

  /** Received and due today, its step without a limit; the noon digest is made; 15:00. */
  private ReceivedDossier sameDay() {
    ReceivedDossier dossier = city.received(city.person(1));
    city.execute("update dossier set due_at = '2026-11-20T09:00:00Z'");
    city.execute("update dossier_task set due_at = null");
    city.execute("insert into digest_run values ('2026-11-20', 'NOON', now(), 0)");
    city.at("2026-11-20T08:00:00Z");
    return dossier;
  }

  private void limitOfStep(String moment) {
    city.execute(
        "update dossier_task set due_at = '%s' where completed_at is null".formatted(moment));
  }

  private void submitted(String number, String decideBy) {
    city.execute(
        """
        insert into submission (dataset_id, source_system, external_id, revision, digest, branch_id,
          channel, procedure_code, owner_number, owner_name, content, submitted_at, arrived_at,
          sent_by, state, see_by, decide_by, request_id)
        values (1, 'DVCQG', '%s', 1, 'x', %d, 'ONLINE', '1.001193', '001190000001', 'Người Một',
          '{}', now(), now(), 'cong', 'WAITING', now(), '%s', gen_random_uuid())"""
            .formatted(number, city.branch(), decideBy));
  }

  private void feedback(Long dossier) {
    city.execute(
        """
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, dossier_id, state, due_at)
        values (1, 'PA26-1', 'x', 'PORTAL', '2026-11-17T03:00:00Z', 'x', '2026-11-17', 'Chậm',
          'Chậm', %s, 'NEW', '2026-11-19T10:00:00Z')"""
            .formatted(dossier));
  }

  private void alert(ReceivedDossier dossier, String kind, String raised) {
    city.execute(
        """
        insert into alert (generation, id, dataset_id, dossier_id, kind, sequence, unit_id,
          branch_id, procedure_id, raised_at)
        select 1, gen_random_uuid(), d.dataset_id, d.id, '%s', 1, d.unit_id, d.branch_id, 0, '%s'
        from dossier d where d.id = %d"""
            .formatted(kind, raised, dossier.id()));
  }

  private List<OpenAlert> alerts() {
    stream.tick();
    return shown();
  }

  private List<OpenAlert> shown() {
    return city.call(
        () -> {
          try (Connection connection = city.database.getConnection()) {
            return new OpenAlerts(connection).everywhere(1, 100);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Map<String, UUID> open() {
    return alerts().stream().collect(Collectors.toMap(alert -> alert.kind().name(), OpenAlert::id));
  }

  private List<String> codes() {
    return alerts().stream().map(OpenAlert::code).toList();
  }

  /** Who is told of the one open alert of feedback now. */
  private String told() {
    stream.tick();
    return city.call(
        () -> {
          try (Connection connection = city.database.getConnection()) {
            OpenAlert alert =
                new OpenAlerts(connection)
                    .everywhere(1, 100).stream()
                        .filter(one -> one.kind() == AlertKind.FEEDBACK)
                        .findFirst()
                        .orElseThrow();
            Level level =
                Escalation.on(connection, city.now())
                    .of(alert.kind(), alert.raisedAt(), city.now(), time());
            return new Audiences(connection, new OrganisationDirectory(city.database))
                .read().stream()
                    .filter(person -> person.isToldOf(alert, level))
                    .map(Audience::login)
                    .sorted()
                    .collect(Collectors.joining(" "));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static WorkingTime time() {
    return new WorkingTime(CityWorld.CALENDARS.ofCode(DueDateQuestion.CITY_CALENDAR));
  }

  private void digest() {
    stream.tick();
    city.run(digests::make);
  }

  /** Who was told at once, each as often as that happened. */
  private String now() {
    return city.value(
        "select string_agg(login, ' ' order by login) from staff_notice where slot = 'NOW'");
  }
}
