package vn.motcua.analytics.job.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.analytics.job.facts.Histories.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.History;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/** Due at hour 100, due soon from 95 on, untouched after 50 hours. */
class DeadlineWatchTest {

  @Test
  void due_soon_then_overdue_then_over() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.send(entry(2, Kind.STEP, 60));
      watch.tick(moment(95));
      assertThat(watch.of(AlertKind.DUE_SOON)).isEmpty();
      watch.tick(moment(95) + 1);
      assertThat(watch.of(AlertKind.DUE_SOON)).containsExactly("95-");
      assertThat(watch.timers()).isEqualTo(1);
      watch.tick(moment(100) + 1);
      assertThat(watch.of(AlertKind.DUE_SOON)).containsExactly("95-100");
      assertThat(watch.of(AlertKind.OVERDUE)).containsExactly("100-");
      watch.send(finished(3, 105));
      assertThat(watch.of(AlertKind.OVERDUE)).containsExactly("100-105");
      assertThat(watch.timers()).isZero();
    }
  }

  @Test
  void untouched_until_somebody_does_something() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.tick(moment(59));
      assertThat(watch.of(AlertKind.UNTOUCHED)).containsExactly("58-");
      watch.send(entry(2, Kind.STEP, 60));
      assertThat(watch.of(AlertKind.UNTOUCHED)).containsExactly("58-60");
    }
  }

  @Test
  void a_lawful_pause_stops_the_watch() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      Entry paused = entry(2, Kind.PAUSED, 20);
      paused.lawful = true;
      watch.send(paused);
      watch.tick(moment(300));
      assertThat(watch.told()).isEmpty();
      Entry resumed = entry(3, Kind.RESUMED, 310);
      resumed.dueAt = moment(330);
      watch.send(resumed);
      watch.tick(moment(326));
      assertThat(watch.of(AlertKind.DUE_SOON)).containsExactly("325-");
      assertThat(watch.of(AlertKind.PROMISE_MOVED)).containsExactly("310-");
    }
  }

  @Test
  void a_second_request_stays_until_the_end() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      Entry again = entry(2, Kind.SUPPLEMENT_REQUESTED, 30);
      again.secondOfEpisode = true;
      watch.send(again);
      assertThat(watch.of(AlertKind.SECOND_REQUEST)).containsExactly("30-");
      watch.send(finished(3, 40));
      assertThat(watch.of(AlertKind.SECOND_REQUEST)).containsExactly("30-40");
    }
  }

  @Test
  void what_a_late_entry_disproves_is_withdrawn() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.send(entry(2, Kind.STEP, 60));
      watch.tick(moment(102));
      watch.send(finished(3, 99));
      assertThat(watch.of(AlertKind.OVERDUE)).isEmpty();
      assertThat(watch.of(AlertKind.DUE_SOON)).containsExactly("95-99");
      assertThat(watch.rows.values()).anyMatch(row -> row.withdrawn);
    }
  }

  @Test
  void a_dossier_that_is_sent_once_more_ends_with_the_same_alerts() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.send(entry(2, Kind.STEP, 60));
      watch.tick(moment(101));
      watch.send(finished(3, 105));
      var before = watch.told();
      watch.send(received());
      watch.send(entry(2, Kind.STEP, 60));
      watch.send(finished(3, 105));
      assertThat(watch.told()).isEqualTo(before);
      assertThat(watch.timers()).isZero();
    }
  }

  @Test
  void of_a_dossier_that_has_ended_nothing_is_kept_and_a_reopened_one_is_watched_again()
      throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.send(entry(2, Kind.STEP, 60));
      watch.tick(moment(101));
      assertThat(watch.kept()).isEqualTo(1);
      watch.send(finished(3, 105));
      assertThat(watch.kept()).isZero();
      watch.send(entry(4, Kind.RETURNED, 106));
      assertThat(watch.kept()).isZero();
      watch.send(entry(5, Kind.REOPENED, 110));
      assertThat(watch.kept()).isEqualTo(1);
      assertThat(watch.of(AlertKind.OVERDUE)).containsExactly("100-105", "110-");
      assertThat(watch.rows.values())
          .allMatch(row -> row.unitId == 10 && row.branchId == 3 && row.procedureId == 5);
      watch.tick(moment(161));
      assertThat(watch.of(AlertKind.UNTOUCHED)).containsExactly("160-", "58-60");
      watch.send(finished(6, 170));
      assertThat(watch.of(AlertKind.OVERDUE)).containsExactly("100-105", "110-170");
      assertThat(watch.kept()).isZero();
      assertThat(watch.timers()).isZero();
    }
  }

  @Test
  void one_that_ended_in_time_and_is_opened_again_has_its_former_due_moment() throws Exception {
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.send(finished(2, 20));
      watch.send(entry(3, Kind.REOPENED, 50));
      watch.tick(moment(96));
      assertThat(watch.of(AlertKind.DUE_SOON)).containsExactly("95-");
    }
  }

  @Test
  void imported_dossiers_are_not_watched() throws Exception {
    try (var watch = new WatchHarness()) {
      Entry imported = received();
      imported.live = false;
      watch.send(imported);
      watch.tick(moment(500));
      assertThat(watch.rows).isEmpty();
      assertThat(watch.timers()).isZero();
    }
  }

  @Test
  void a_restart_raises_nothing_twice() throws Exception {
    OperatorSubtaskState snapshot;
    String id;
    try (var watch = new WatchHarness()) {
      watch.send(received());
      watch.tick(moment(96));
      id = watch.rows.firstKey();
      snapshot = watch.snapshot();
    }
    try (var watch = new WatchHarness(snapshot)) {
      watch.tick(moment(50));
      watch.tick(moment(96));
      assertThat(watch.written).isZero();
      watch.tick(moment(101));
      assertThat(watch.rows).hasSize(2);
      assertThat(id).isNotNull();
    }
  }

  @Test
  void a_rule_of_the_procedure_goes_before_that_of_all_and_holds_by_the_day_of_receipt() {
    long change = moment(50);
    WatchRules rules =
        new WatchRules(
            List.of(
                new WatchRule(AlertKind.DUE_SOON, 0, 60, false, 50, Long.MIN_VALUE, change),
                new WatchRule(AlertKind.DUE_SOON, 0, 120, false, 0, change, Long.MAX_VALUE),
                new WatchRule(AlertKind.DUE_SOON, 7, 180, false, 0, change, Long.MAX_VALUE)),
            WorkingSpans.none());
    assertThat(rules.dueSoon(7, moment(40), moment(60))).isEqualTo(moment(59));
    assertThat(rules.dueSoon(7, moment(50), moment(60))).isEqualTo(moment(57));
    assertThat(rules.dueSoon(8, moment(50), moment(60))).isEqualTo(moment(58));
    assertThat(rules.dueSoon(8, moment(40), moment(41)))
        .as("half of the limit must be used first")
        .isEqualTo(moment(40) + WatchHarness.HOUR / 2);
    assertThat(rules.untouched(8, moment(40), moment(41))).isEqualTo(Entry.NONE);
  }

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  /** Whatever ticks come in between, and after a restart in the middle, the same alerts hold. */
  @Property(tries = 300)
  void time_and_restarts_change_no_alert(
      @ForAll @Size(min = 1, max = 6) List<@From("histories") List<Entry>> told,
      @ForAll Random random)
      throws Exception {
    long end = moment(700);
    for (int i = 0; i < told.size(); i++) {
      for (Entry entry : told.get(i)) {
        entry.dossierId = i;
      }
    }
    try (var replayed = new WatchHarness()) {
      for (List<Entry> one : told) {
        for (Entry entry : one) {
          replayed.send(entry);
        }
      }
      replayed.tick(end);
      WatchHarness live = new WatchHarness();
      Map<String, AlertRow> rows = new java.util.TreeMap<>();
      long time = moment(0);
      List<List<Entry>> left = told.stream().<List<Entry>>map(ArrayList::new).toList();
      while (left.stream().anyMatch(one -> !one.isEmpty())) {
        List<Entry> one = left.get(random.nextInt(left.size()));
        if (!one.isEmpty()) {
          live.send(one.removeFirst());
        }
        time = Math.min(end, time + random.nextInt(40) * WatchHarness.HOUR);
        live.tick(time);
        if (random.nextInt(10) == 0) {
          rows.putAll(live.rows);
          OperatorSubtaskState snapshot = live.snapshot();
          live.close();
          Map<Long, DossierFacts> facts = live.facts;
          live = new WatchHarness(snapshot);
          live.rows.putAll(rows);
          live.facts.putAll(facts);
        }
      }
      live.tick(end);
      assertThat(live.told()).isEqualTo(replayed.told());
      live.close();
    }
  }

  /** An alert of being overdue is open exactly where the figures count the dossier as overdue. */
  @Property(tries = 300)
  void overdue_is_what_the_figures_call_overdue(@ForAll("histories") List<Entry> told)
      throws Exception {
    long end = moment(700);
    DossierFacts facts = DossierFacts.begin(told.getFirst());
    try (var watch = new WatchHarness()) {
      watch.send(told.getFirst());
      for (Entry entry : told.subList(1, told.size())) {
        facts.apply(entry);
        watch.send(entry);
      }
      watch.tick(end);
      Timeline timeline = Timeline.of(facts, end);
      assertThat(
              watch.rows.values().stream()
                  .filter(row -> row.kind == AlertKind.OVERDUE && row.clearedAt == Entry.NONE)
                  .collect(Collectors.toList()))
          .hasSize(timeline.standing() == Standing.OVERDUE ? 1 : 0);
    }
  }

  private static Entry received() {
    Entry entry = entry(1, Kind.RECEIVED, 8);
    entry.dueAt = moment(100);
    entry.unitId = 10;
    entry.branchId = 3;
    entry.fieldId = 7;
    entry.procedureId = 5;
    entry.channel = Channel.ONLINE;
    entry.zone = History.HANOI.getId();
    entry.live = true;
    return entry;
  }

  private static Entry finished(int sequence, int hour) {
    Entry entry = entry(sequence, Kind.FINISHED, hour);
    entry.outcome = Outcome.GRANTED;
    return entry;
  }

  private static Entry entry(int sequence, Kind kind, int hour) {
    Entry entry = new Entry();
    entry.dossierId = 1;
    entry.datasetId = 1;
    entry.sequence = sequence;
    entry.kind = kind;
    entry.moment = moment(hour);
    entry.occurredAt = entry.moment;
    entry.dueCause = DueCause.RESTART;
    return entry;
  }
}
