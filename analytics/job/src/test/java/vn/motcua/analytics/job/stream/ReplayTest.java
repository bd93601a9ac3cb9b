package vn.motcua.analytics.job.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.History;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/** A dossier that is sent once more after a fix is counted anew, whole or not at all. */
class ReplayTest {

  @Test
  void an_entry_that_was_refused_is_counted_after_the_fix() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      // Read wrongly: what is the receipt came as something else, and all that follows is refused.
      counting.send(entry(1, Kind.STEP, 8));
      counting.send(finished(2));
      assertThat(counting.dead).hasSize(2);
      assertThat(counting.rows).isEmpty();

      counting.send(replayed(received(), 2));
      assertThat(counting.rows).as("half a dossier is none").isEmpty();
      counting.send(replayed(finished(2), 2));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
      assertThat(counting.total(Measure.RECEIVED)).isEqualTo(1);
      assertThat(counting.total(Measure.EARLY_GRANTED)).isEqualTo(1);
      assertThat(counting.dead).hasSize(2);
    }
  }

  @Test
  void an_entry_that_could_not_be_read_lets_those_that_wait_go_on() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.send(received());
      counting.send(finished(3));
      assertThat(counting.rows.get(1L).sequence).isEqualTo(1);
      counting.send(replayed(received(), 2));
      counting.send(replayed(entry(2, Kind.STEP, 9), 2));
      assertThat(counting.rows.get(1L).sequence).isEqualTo(3);
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
      assertThat(counting.total(Measure.RECEIVED)).isEqualTo(1);
      assertThat(counting.timers()).isZero();
    }
  }

  @Test
  void what_cannot_be_read_again_leaves_everything_as_it_was() throws Exception {
    try (var counting = new DossierCountingHarness()) {
      counting.send(received());
      var before = counting.figures();
      counting.send(replayed(received(), 3));
      counting.send(replayed(finished(3), 3));
      assertThat(counting.figures()).isEqualTo(before);
      assertThat(counting.rows.get(1L).sequence).isEqualTo(1);
      counting.send(finished(2));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
    }
  }

  @Test
  void a_repetition_goes_on_after_a_restart() throws Exception {
    OperatorSubtaskState snapshot;
    try (var counting = new DossierCountingHarness()) {
      counting.send(entry(1, Kind.STEP, 8));
      counting.send(finished(2));
      counting.send(replayed(received(), 2));
      snapshot = counting.snapshot();
    }
    try (var counting = new DossierCountingHarness(snapshot)) {
      counting.send(replayed(finished(2), 2));
      assertThat(counting.rows.get(1L).standing).isEqualTo(Standing.EARLY);
    }
  }

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  /** However often, and whatever was counted of it before: the figures are those of the log. */
  @Property(tries = 150)
  void a_repetition_counts_as_if_read_for_the_first_time(
      @ForAll @From("histories") List<Entry> told,
      @ForAll @net.jqwik.api.constraints.IntRange(max = 30) int missing,
      @ForAll boolean damaged)
      throws Exception {
    long end = Histories.moment(600);
    try (var first = new DossierCountingHarness();
        var again = new DossierCountingHarness()) {
      for (Entry entry : told) {
        first.send(entry);
        if (entry.sequence != 1 + missing % told.size()) {
          again.send(entry);
        } else if (damaged) {
          Entry nonsense = entry(entry.sequence, Kind.RESUMED, 0);
          nonsense.dossierId = entry.dossierId;
          again.send(nonsense);
        }
      }
      for (int time = 0; time < 2; time++) {
        for (Entry entry : told) {
          again.send(replayed(entry, told.size()));
        }
      }
      first.tick(end);
      again.tick(end);
      assertThat(again.figures()).isEqualTo(first.figures());
      assertThat(again.timers()).isEqualTo(first.timers());
    }
  }

  private static Entry replayed(Entry entry, int last) {
    Entry copy = EntrySerializer.INSTANCE.copy(entry);
    copy.replayedTo = last;
    return EntrySerializer.INSTANCE.copy(copy);
  }

  private static Entry received() {
    Entry entry = entry(1, Kind.RECEIVED, 8);
    entry.dueAt = Histories.moment(100);
    entry.unitId = 10;
    entry.branchId = 0;
    entry.fieldId = 7;
    entry.procedureId = 0;
    entry.channel = Channel.ONLINE;
    entry.zone = History.HANOI.getId();
    entry.live = true;
    return entry;
  }

  private static Entry finished(int sequence) {
    Entry entry = entry(sequence, Kind.FINISHED, 20);
    entry.outcome = Outcome.GRANTED;
    return entry;
  }

  private static Entry entry(int sequence, Kind kind, int hour) {
    Entry entry = new Entry();
    entry.dossierId = 1;
    entry.datasetId = 1;
    entry.sequence = sequence;
    entry.kind = kind;
    entry.moment = Histories.moment(hour);
    entry.occurredAt = entry.moment;
    return entry;
  }
}
