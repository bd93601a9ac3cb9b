package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/** The series against a model that reads a history from front to back and knows no facts. */
class IndicatorModelTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  @Property(tries = 3000)
  void counts_what_the_model_counts(
      @ForAll("histories") List<Entry> history, @ForAll @IntRange(max = 700) int tick)
      throws BrokenContract {
    DossierFacts facts = DossierFacts.begin(history.getFirst());
    for (Entry entry : history.subList(1, history.size())) {
      facts.apply(entry);
    }
    Map<String, Long> counted = new TreeMap<>();
    Contributions.of(facts, Timeline.of(facts, Histories.moment(tick)))
        .indicatorCounts()
        .forEach(
            (cell, value) -> {
              String where = LocalDate.ofEpochDay(cell.calendarDay()) + " " + cell.bodyId();
              // Pauses and lateness are the timeline's; the referee is their second count.
              if (cell.indicator() != IndicatorMeasure.PAUSED_TIME
                  && cell.indicator() != IndicatorMeasure.LATE_BY) {
                counted.put(cell.indicator() + "/" + cell.bucket() + " " + where, value[0]);
              }
            });
    assertThat(counted).isEqualTo(model(history));
  }

  private static Map<String, Long> model(List<Entry> history) {
    Map<String, Long> model = new TreeMap<>();
    Entry receipt = history.getFirst();
    Entry result = null;
    Entry hand = null;
    Entry step = null;
    int body = 0;
    int unit = receipt.unitId;
    long steps = 0;
    long quick = 0;
    long handed = 0;
    boolean asked = false;
    boolean rated = false;
    for (Entry entry : history) {
      switch (entry.kind) {
        case VOIDED -> {
          return Map.of();
        }
        case FINISHED -> result = entry;
        case CLOSED, REOPENED -> result = null;
        case REATTRIBUTED -> unit = entry.unitId;
        case RETURNED -> hand = entry;
        case RATED -> rated = true;
        case SUPPLEMENT_REQUESTED -> asked |= !entry.recheck;
        case PAUSED -> {
          add(model, "PAUSES", 0, entry.moment, receipt.branchId, 1);
          add(
              model,
              "UNDOCUMENTED_PAUSES",
              0,
              entry.moment,
              receipt.branchId,
              entry.lawful ? 0 : 1);
        }
        case DUE_MOVED ->
            add(
                model,
                "RESTARTS",
                0,
                entry.moment,
                receipt.branchId,
                entry.dueCause == DueCause.RESTART ? 1 : 0);
        case STEP -> {
          steps++;
          quick += step != null && entry.moment - step.moment < 60_000 ? 1 : 0;
          step = entry;
          if (entry.unitId > 0) {
            handed += body > 0 && body != entry.unitId ? 1 : 0;
            body = entry.unitId;
          }
        }
        default -> {
          // Says nothing to the register.
        }
      }
    }
    add(model, "ACCEPTED", 0, receipt.moment, receipt.branchId, 1);
    add(model, "ACCEPTED_ONCE", 0, receipt.moment, receipt.branchId, asked ? 0 : 1);
    if (result != null) {
      long at = result.moment;
      add(model, "RESOLVED", 0, at, unit, 1);
      add(model, "REFUSED", 0, at, unit, result.outcome == Outcome.REFUSED ? 1 : 0);
      add(model, "FLOW_ELAPSED", range((at - receipt.moment) / 60_000), at, unit, 1);
      if (result.usedMinutes >= 0) {
        add(model, "FLOW_WORKING", range(result.usedMinutes), at, unit, 1);
      }
      add(model, "STEPPED", 0, at, unit, steps > 0 ? 1 : 0);
      add(model, "STEPS", 0, at, unit, steps);
      add(model, "QUICK_STEPS", 0, at, unit, quick);
      add(model, "HAND_OVERS", 0, at, unit, handed);
    }
    if (hand != null) {
      add(model, "RETURNED", 0, hand.moment, receipt.branchId, 1);
      add(model, "RATED_OF_RETURNED", 0, hand.moment, receipt.branchId, rated ? 1 : 0);
      if (result != null) {
        long wait = Math.max(0, hand.moment - result.moment) / 60_000;
        add(model, "RESULT_WAIT", range(wait), hand.moment, receipt.branchId, 1);
      }
    }
    return model;
  }

  private static void add(
      Map<String, Long> model, String series, int bucket, long moment, int body, long amount) {
    if (amount != 0) {
      LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(moment), ZONE);
      model.merge(series + "/" + bucket + " " + day + " " + body, amount, Long::sum);
    }
  }

  /** The range of minutes, by walking up through all of them. */
  private static int range(long minutes) {
    int range = 0;
    long end = 1;
    long width = 1;
    while (minutes >= end) {
      range++;
      width = range < 16 ? 1 : 1L << (range / 8 - 1);
      end += width;
    }
    return range;
  }
}
