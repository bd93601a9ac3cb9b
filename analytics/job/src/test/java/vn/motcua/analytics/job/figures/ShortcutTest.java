package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.History;
import vn.motcua.analytics.job.facts.Timeline;

/**
 * What is not worked out anew, because nothing changed, is what working it out would have given.
 */
class ShortcutTest {

  private static final int MOMENTS = 20;

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  @Property(tries = 3000)
  void counting_less_counts_the_same(
      @ForAll("histories") List<Entry> history,
      @ForAll @Size(MOMENTS) List<@IntRange(max = 100) Integer> ticks)
      throws BrokenContract {
    DossierFacts facts = DossierFacts.begin(history.getFirst());
    int tick = 0;
    long counted = Histories.moment(tick);
    for (int i = 1; i < Math.min(MOMENTS, history.size()); i++) {
      Entry entry = history.get(i);
      tick += ticks.get(i);
      long now = Histories.moment(tick);
      Timeline before = Timeline.of(facts, counted);
      boolean stays = before.staysAfter(entry.kind, facts.live, now);
      boolean later = stays && ContributionChange.countsLater(entry.kind, before);
      Statistics.label("shortcut").collect(later ? "none counted" : stays ? "kept" : "anew");

      ContributionChange whole = new ContributionChange();
      whole.begin();
      whole.subtract(facts, before);
      facts.apply(entry);
      Timeline after = Timeline.of(facts, now);
      whole.add(facts, after);
      if (stays) {
        assertThat(counts(facts, before)).isEqualTo(counts(facts, after));
        assertThat(before.deadline()).isEqualTo(after.deadline());
        assertThat(before.standing()).isEqualTo(after.standing());
      }
      if (later) {
        ContributionChange shorter = new ContributionChange();
        shorter.begin();
        shorter.keep(facts, before);
        assertThat(touched(shorter)).isEqualTo(touched(whole));
      }
      counted = now;
    }
    Statistics.label("shortcut")
        .coverage(
            coverage -> {
              coverage.check("none counted").percentage(share -> share > 0.2);
              coverage.check("kept").percentage(share -> share > 1);
              coverage.check("anew").percentage(share -> share > 1);
            });
  }

  @Test
  void a_step_that_is_told_after_the_result_is_counted_at_once() throws BrokenContract {
    History history = History.received("06-02 08:00", "06-20 17:00").step("06-03 09:00");
    assertThat(ContributionChange.countsLater(Entry.Kind.STEP, history.at("06-03 09:00"))).isTrue();
    history.finished("06-04 10:00");
    Timeline resolved = history.at("06-05 00:00");
    assertThat(resolved.staysAfter(Entry.Kind.STEP, true, History.moment("06-06 00:00"))).isTrue();
    assertThat(ContributionChange.countsLater(Entry.Kind.STEP, resolved)).isFalse();
  }

  /** As text, for arrays are equal only to themselves. */
  private static Map<Cell, String> touched(ContributionChange change) {
    Map<Cell, String> cells = new HashMap<>();
    change.each(
        (key, difference) ->
            cells.put(key.cell(), Arrays.toString(Arrays.copyOf(difference, key.rollUp().size()))));
    return cells;
  }

  private static Map<Cell, String> counts(DossierFacts facts, Timeline timeline) {
    ContributionChange change = new ContributionChange();
    change.begin();
    change.add(facts, timeline);
    return touched(change);
  }
}
