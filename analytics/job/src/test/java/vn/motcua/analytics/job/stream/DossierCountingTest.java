package vn.motcua.analytics.job.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.History;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.analytics.job.figures.RollUp;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

class DossierCountingTest {

  private static final long RECEIVED = Histories.moment(8);
  private static final long DUE = Histories.moment(100);

  @Test
  void becomes_overdue_when_a_tick_comes_past_the_due_moment() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.send(received(1));
      counting.tick(DUE);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.WITHIN);
      counting.tick(DUE + 1);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.OVERDUE);
      assertThat(counting.rows.get(1L).overdueSince).isEqualTo(DUE);
      assertThat(counting.total(Measure.OVERDUE_IN)).isEqualTo(1);
      assertThat(counting.total(Measure.WITHIN_OUT)).isEqualTo(1);
      assertThat(counting.timers()).isZero();
    }
  }

  @Test
  void becomes_overdue_at_once_when_the_entry_comes_after_the_tick() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.tick(DUE + 1);
      counting.send(received(1));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.OVERDUE);
      assertThat(counting.timers()).isZero();
    }
  }

  @Test
  void one_timer_follows_the_due_moment() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.send(received(1));
      assertThat(counting.timers()).isEqualTo(1);
      Entry moved = entry(1, 2, Kind.DUE_MOVED, Histories.moment(20));
      moved.dueCause = vn.motcua.events.DueCause.RESTART;
      moved.dueAt = Histories.moment(200);
      counting.send(moved);
      assertThat(counting.timers()).isEqualTo(1);
      counting.tick(DUE + 1);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.WITHIN);
      counting.send(finished(1, 3, Histories.moment(101)));
      assertThat(counting.timers()).isZero();
    }
  }

  /** It is compared with others that count no more: so it must count no less, and nothing else. */
  @Test
  void the_core_alone_counts_the_same_board_and_nothing_else() throws Exception {
    try (var whole = new DossierCountingHarness();
        var core = DossierCountingHarness.ofTheCore()) {
      for (var counting : List.of(whole, core)) {
        counting.send(received(1));
        counting.send(received(2));
        counting.tick(DUE + 1);
        counting.send(finished(1, 2, Histories.moment(101)));
      }
      assertThat(whole.taken()).isEqualTo(3);
      assertThat(core.taken()).isZero();
      assertThat(core.rows).isEmpty();
      assertThat(core.timers()).isEqualTo(whole.timers());
      assertThat(core.figures()).isNotEmpty();
      var board = new HashMap<>(whole.figures());
      board.keySet().removeIf(cell -> cell.rollUp() != RollUp.BOARD);
      assertThat(core.figures()).isEqualTo(board);
      assertThat(whole.figures()).hasSizeGreaterThan(board.size());
    }
  }

  @Test
  void imported_dossiers_have_no_timer() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      Entry imported = received(1);
      imported.live = false;
      counting.send(imported);
      assertThat(counting.timers()).isZero();
      counting.tick(DUE + 1);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.WITHIN);
      counting.send(entry(1, 2, Kind.OBSERVED, DUE + 1));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.OVERDUE);
    }
  }

  @Test
  void waits_for_a_missing_entry_and_drops_duplicates() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.send(finished(1, 2, Histories.moment(20)));
      counting.send(finished(1, 2, Histories.moment(20)));
      assertThat(counting.rows).isEmpty();
      assertThat(counting.sums).isEmpty();
      counting.send(received(1));
      assertThat(counting.rows.get(1L).sequence).isEqualTo(2);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
      counting.send(received(1));
      counting.send(finished(1, 2, Histories.moment(20)));
      assertThat(counting.total(Measure.RECEIVED)).isEqualTo(1);
      assertThat(counting.total(Measure.EARLY_GRANTED)).isEqualTo(1);
      assertThat(counting.dead).isEmpty();
    }
  }

  @Test
  void sets_aside_what_breaks_the_contract_and_goes_on() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      Entry orphan = finished(2, 1, Histories.moment(20));
      orphan.partition = 3;
      orphan.offset = 99;
      counting.send(orphan);
      assertThat(counting.dead).hasSize(1);
      assertThat(counting.dead.getFirst().reason).contains("FINISHED before RECEIVED");
      assertThat(counting.dead.getFirst().partition).isEqualTo(3);
      assertThat(counting.dead.getFirst().offset).isEqualTo(99);

      counting.send(received(1));
      counting.send(entry(1, 2, Kind.RESUMED, Histories.moment(20)));
      assertThat(counting.dead).hasSize(2);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.WITHIN);
      counting.send(finished(1, 3, Histories.moment(30)));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
    }
  }

  @Test
  void sets_aside_what_has_no_place_in_the_sequence() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.send(finished(1, 0, Histories.moment(20)));
      counting.send(received(1));
      counting.send(finished(1, -1, Histories.moment(20)));
      Entry replayed = finished(1, -2, Histories.moment(20));
      replayed.replayedTo = 2;
      counting.send(replayed);
      assertThat(counting.dead)
          .extracting(letter -> letter.reason)
          .containsExactly(
              "sequence 0 where the first is 1",
              "sequence -1 where the first is 1",
              "sequence -2 where the first is 1");
      counting.send(finished(1, 2, Histories.moment(30)));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
      assertThat(counting.dead).hasSize(3);
    }
  }

  @Test
  void goes_on_from_a_snapshot_without_going_back_in_time() throws Exception {
    OperatorSubtaskState snapshot;
    try (var counting = new DossierCountingHarness()) {
      counting.send(received(1));
      counting.send(received(2));
      counting.send(finished(2, 3, Histories.moment(30)));
      Entry overdue = received(3);
      overdue.dueAt = Histories.moment(50);
      counting.send(overdue);
      counting.tick(Histories.moment(60));
      assertThat(counting.rows.get(3L).standing).isEqualTo(Standing.OVERDUE);
      snapshot = counting.snapshot();
    }
    try (var counting = new DossierCountingHarness(snapshot)) {
      assertThat(counting.timers()).isEqualTo(2);
      counting.send(entry(3, 2, Kind.STEP, Histories.moment(40)));
      assertThat(counting.rows.get(3L).standing).isEqualTo(Standing.OVERDUE);
      assertThat(counting.figures()).isEmpty();
      counting.send(entry(2, 2, Kind.STEP, Histories.moment(20)));
      assertThat(counting.rows.get(2L).standing).isEqualTo(Standing.EARLY);
      counting.tick(DUE + 1);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.OVERDUE);
    }
  }

  /** Otherwise a value from before a restart could stay in the read model. */
  @Test
  void touches_the_same_cells_whether_time_passed_first_or_not() throws Exception {
    Entry correction = entry(1, 2, Kind.CORRECTED, Histories.moment(120));
    correction.dueAt = Histories.moment(300);
    try (var early = new DossierCountingHarness();
        var late = new DossierCountingHarness()) {
      early.send(received(1));
      late.send(received(1));
      // From here on the log is read twice: once as it came, once again after a restart.
      early.sums.clear();
      late.sums.clear();
      early.tick(DUE + 1);
      early.send(correction);
      late.send(correction);
      late.tick(DUE + 1);
      assertThat(late.sums.keySet()).containsAll(early.sums.keySet());
      assertThat(late.figures()).isEqualTo(early.figures());
    }
  }

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  @Property(tries = 150)
  void order_and_repetition_of_delivery_do_not_matter(
      @ForAll @Size(min = 1, max = 8) List<@From("histories") List<Entry>> told,
      @ForAll Random random)
      throws Exception {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      for (Entry entry : told.get(i)) {
        entry.dossierId = i;
        entries.add(entry);
      }
    }
    List<Entry> shuffled = new ArrayList<>(entries);
    shuffled.addAll(entries.subList(0, entries.size() / 2));
    Collections.shuffle(shuffled, random);
    long end = Histories.moment(600);
    try (var inOrder = new DossierCountingHarness();
        var outOfOrder = new DossierCountingHarness()) {
      for (Entry entry : entries) {
        inOrder.send(entry);
      }
      inOrder.tick(end);
      int hour = 0;
      for (Entry entry : shuffled) {
        outOfOrder.send(entry);
        hour += random.nextInt(12);
        outOfOrder.tick(Math.min(end, Histories.moment(hour)));
      }
      outOfOrder.tick(end);
      assertThat(outOfOrder.figures()).isEqualTo(inOrder.figures());
      assertThat(standings(outOfOrder)).isEqualTo(standings(inOrder));
      assertThat(outOfOrder.dead).isEmpty();
    }
  }

  private static Map<Long, String> standings(DossierCountingHarness counting) {
    Map<Long, String> standings = new HashMap<>();
    counting.rows.forEach(
        (id, row) ->
            standings.put(
                id,
                "%s %d %d %d".formatted(row.standing, row.sequence, row.overdueSince, row.dueAt)));
    return standings;
  }

  private static Entry received(long dossier) {
    Entry entry = entry(dossier, 1, Kind.RECEIVED, RECEIVED);
    entry.dueAt = DUE;
    entry.unitId = 10;
    entry.branchId = 0;
    entry.fieldId = 7;
    entry.procedureId = 0;
    entry.channel = Channel.ONLINE;
    entry.zone = History.HANOI.getId();
    entry.live = true;
    return entry;
  }

  private static Entry finished(long dossier, int sequence, long moment) {
    Entry entry = entry(dossier, sequence, Kind.FINISHED, moment);
    entry.outcome = Outcome.GRANTED;
    return entry;
  }

  private static Entry entry(long dossier, int sequence, Kind kind, long moment) {
    Entry entry = new Entry();
    entry.dossierId = dossier;
    entry.datasetId = 1;
    entry.sequence = sequence;
    entry.kind = kind;
    entry.moment = moment;
    entry.occurredAt = moment;
    return entry;
  }
}
