package vn.motcua.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.world.CityWorld;

/**
 * What is of the same day is told with the first look after it was raised, two seconds later; the
 * rest keeps its times. On a real PostgreSQL, Friday 20 November 2026, 15:00 in Hanoi.
 */
class DigestTimerTest {

  private static final Duration LOOKS = Duration.ofSeconds(2);

  private final CityWorld city = new CityWorld();
  private final DigestTimer timer =
      new DigestTimer(new Digests(city.database, city.clock, CityWorld.CALENDARS), city.clock);

  @Test
  void what_was_just_raised_is_told_with_the_next_look() {
    ReceivedDossier dossier = sameDay();
    look();
    assertThat(now()).isNull();
    raised(dossier, "OVERDUE", city.now());
    next();
    assertThat(now()).isEqualTo("minh");
    next();
    assertThat(now()).as("once").isEqualTo("minh");
  }

  @Test
  void so_is_a_step_whose_limit_has_just_passed() {
    sameDay();
    city.execute(
        "update dossier_task set due_at = '%s' where completed_at is null"
            .formatted(city.now().plusMillis(500)));
    look();
    assertThat(now()).isNull();
    city.wait(LOOKS);
    new PlayedStream(city).tick();
    look();
    assertThat(now()).isNotNull();
  }

  @Test
  void what_the_stream_wrote_late_is_told_with_the_look_at_everything() {
    ReceivedDossier dossier = sameDay();
    look();
    raised(dossier, "DUE_SOON", city.now().minusSeconds(3_600));
    next();
    assertThat(now()).isNull();
    city.wait(DigestRounds.LONGEST);
    look();
    assertThat(now()).isEqualTo("minh");
  }

  @Test
  void work_of_other_days_and_alerts_that_wait_for_the_digest_ask_for_no_look() {
    ReceivedDossier dossier = sameDay();
    look();
    raised(dossier, "UNTOUCHED", city.now());
    assertThat(raisedLately()).isEmpty();
    raised(dossier, "OVERDUE", city.now());
    assertThat(raisedLately()).hasSize(1);
    city.execute("update dossier set due_at = due_at + interval '1 day'");
    assertThat(raisedLately()).isEmpty();
  }

  @Test
  void a_digest_is_made_a_quarter_of_a_minute_after_its_time_at_most() {
    city.received(city.person(1));
    city.at("2026-11-20T06:29:59Z");
    look();
    next();
    assertThat(city.value("select count(*) from digest_run")).isEqualTo("0");
    city.wait(DigestRounds.LONGEST);
    look();
    assertThat(city.value("select slot from digest_run")).isEqualTo("NOON");
  }

  @Test
  void everything_is_looked_at_where_something_is_new_and_each_quarter_minute() {
    Instant start = CityWorld.TEN_O_CLOCK;
    DigestRounds rounds = new DigestRounds();
    assertThat(rounds.isDue(start, Set.of())).as("the first time").isTrue();
    rounds.made(start, Set.of("a"));
    assertThat(rounds.isDue(start.plusSeconds(2), Set.of("a"))).isFalse();
    assertThat(rounds.isDue(start.plusSeconds(2), Set.of())).isFalse();
    assertThat(rounds.isDue(start.plusSeconds(2), Set.of("a", "b"))).isTrue();
    assertThat(rounds.isDue(start.plusSeconds(4), Set.of("b")))
        .as("another node was at it: tried again")
        .isTrue();
    assertThat(rounds.isDue(start.plus(DigestRounds.LONGEST), Set.of("a"))).isTrue();
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

  private void raised(ReceivedDossier dossier, String kind, Instant moment) {
    city.execute(
        """
        insert into alert (generation, id, dataset_id, dossier_id, kind, sequence, unit_id,
          branch_id, procedure_id, raised_at)
        select 1, gen_random_uuid(), d.dataset_id, d.id, '%s', 1, d.unit_id, d.branch_id, 0, '%s'
        from dossier d where d.id = %d"""
            .formatted(kind, moment, dossier.id()));
  }

  private Set<String> raisedLately() {
    return city.call(
        () -> new Digests(city.database, city.clock, CityWorld.CALENDARS).raisedLately());
  }

  private void next() {
    city.wait(LOOKS);
    look();
  }

  private void look() {
    city.run(timer::look);
  }

  /** Who was told at once, each as often as that happened. */
  private String now() {
    return city.value(
        "select string_agg(login, ' ' order by login) from staff_notice where slot = 'NOW'");
  }
}
