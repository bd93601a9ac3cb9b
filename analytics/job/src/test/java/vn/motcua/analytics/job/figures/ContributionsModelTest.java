package vn.motcua.analytics.job.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Histories;
import vn.motcua.analytics.job.facts.Timeline;

/** The counting rules against a clerk's hourly count, on arbitrary lawful histories. */
class ContributionsModelTest {

  private static final long FIRST_DAY = LocalDate.of(2025, 6, 1).toEpochDay();
  private static final int LAST_DAY = 25;

  @Provide
  Arbitrary<List<Entry>> histories() {
    return Histories.any();
  }

  @Property(tries = 5000)
  void agrees_with_the_hourly_count(
      @ForAll("histories") List<Entry> history, @ForAll @IntRange(max = 24 * LAST_DAY) int tick)
      throws BrokenContract {
    Map<Cell, long[]> counts = counts(history, Histories.moment(tick));
    HourlyCount clerk = new HourlyCount(history, tick);

    assertThat(marks(counts)).isEqualTo(clerk.marks);
    // After the tick only entries move the clerk, so stocks are compared up to it.
    int last = tick / 24;
    assertThat(stocks(counts, last)).isEqualTo(upTo(clerk.stocks, last));
    assertThat(counts.keySet()).allMatch(cell -> cell.dated() == clerk.dated());
  }

  @Property(tries = 2000)
  void changes_add_up_to_counting_from_scratch(
      @ForAll("histories") List<Entry> history,
      @ForAll @Size(20) List<@IntRange(max = 100) Integer> ticks)
      throws BrokenContract {
    Map<Cell, long[]> sums = new HashMap<>();
    ContributionChange change = new ContributionChange();
    DossierFacts facts = null;
    Contributions last = null;
    int tick = 0;
    for (int i = 0; i < 20; i++) {
      change.begin();
      if (facts != null) {
        change.subtract(facts, Timeline.of(facts, Histories.moment(tick)));
      }
      tick += ticks.get(i);
      if (i < history.size()) {
        facts = apply(facts, history.get(i));
      }
      Timeline timeline = Timeline.of(facts, Histories.moment(tick));
      change.add(facts, timeline);
      change.each(
          (key, difference) ->
              add(sums, key.cell(), Arrays.copyOf(difference, key.rollUp().size())));
      last = Contributions.of(facts, timeline);
    }
    Map<Cell, long[]> scratch = new HashMap<>(last.counts());
    scratch.putAll(last.boardCounts());
    scratch.putAll(last.indicatorCounts());
    sums.values().removeIf(ContributionsModelTest::isZero);
    assertThat(sums.keySet()).isEqualTo(scratch.keySet());
    assertThat(sums).allSatisfy((cell, values) -> assertThat(values).isEqualTo(scratch.get(cell)));
  }

  @Property(tries = 500)
  void identity_holds_for_every_unit_and_period(
      @ForAll @Size(max = 12) List<@net.jqwik.api.From("histories") List<Entry>> histories,
      @ForAll @IntRange(max = LAST_DAY) int from,
      @ForAll @IntRange(max = LAST_DAY) int length,
      @ForAll @IntRange(max = 24 * LAST_DAY) int tick)
      throws BrokenContract {
    Map<Cell, long[]> sums = new HashMap<>();
    for (List<Entry> history : histories) {
      counts(history, Histories.moment(tick)).forEach((cell, values) -> add(sums, cell, values));
    }
    for (int unit : new int[] {10, 20, 30}) {
      long[] before = total(sums, unit, 0, from);
      long[] period = total(sums, unit, from, from + length);
      long[] after = total(sums, unit, 0, from + length);
      long carriedOver = stock(before, Measure.OPEN_IN, Measure.OPEN_OUT);
      long open = stock(after, Measure.OPEN_IN, Measure.OPEN_OUT);
      assertThat(
              carriedOver + sum(period, Measure.RECEIVED, Measure.TRANSFERRED_IN, Measure.REOPENED))
          .isEqualTo(
              open
                  + sum(period, Measure.EARLY_GRANTED, Measure.EARLY_REFUSED)
                  + sum(period, Measure.ON_TIME_GRANTED, Measure.ON_TIME_REFUSED)
                  + sum(period, Measure.LATE_GRANTED, Measure.LATE_REFUSED)
                  + sum(period, Measure.UNDATED_GRANTED, Measure.UNDATED_REFUSED)
                  + sum(period, Measure.CLOSED_BEFORE_DUE, Measure.CLOSED_AFTER_DUE)
                  + sum(period, Measure.VOIDED, Measure.TRANSFERRED_OUT));
      assertThat(open)
          .isEqualTo(
              stock(after, Measure.WITHIN_IN, Measure.WITHIN_OUT)
                  + stock(after, Measure.PAUSED_IN, Measure.PAUSED_OUT)
                  + stock(after, Measure.OVERDUE_IN, Measure.OVERDUE_OUT));
    }
  }

  /** The two roll-ups cut the same dossiers differently. */
  @Property(tries = 2000)
  void the_board_counts_what_the_figures_count(
      @ForAll("histories") List<Entry> history, @ForAll @IntRange(max = 24 * LAST_DAY) int tick)
      throws BrokenContract {
    DossierFacts facts = facts(history);
    Contributions counted = Contributions.of(facts, Timeline.of(facts, Histories.moment(tick)));
    assertThat(counted.boardCounts().keySet())
        .allMatch(cell -> cell.bodyId() == history.getFirst().branchId);
    for (long day = FIRST_DAY - 1; day < FIRST_DAY + 40; day++) {
      long[] figures = onDay(counted.counts(), day, RollUp.FIGURES);
      long[] board = onDay(counted.boardCounts(), day, RollUp.BOARD);
      long early = sum(figures, Measure.EARLY_GRANTED, Measure.EARLY_REFUSED);
      long onTime = sum(figures, Measure.ON_TIME_GRANTED, Measure.ON_TIME_REFUSED);
      long late = sum(figures, Measure.LATE_GRANTED, Measure.LATE_REFUSED);
      long undated = sum(figures, Measure.UNDATED_GRANTED, Measure.UNDATED_REFUSED);
      long[] expected = {
        sum(figures, Measure.OPEN_IN),
        sum(figures, Measure.OPEN_OUT),
        sum(figures, Measure.OVERDUE_IN),
        sum(figures, Measure.OVERDUE_OUT),
        sum(figures, Measure.RECEIVED),
        early + onTime + late + undated,
        early + onTime + late,
        early + onTime,
        late,
        sum(figures, Measure.CLOSED_BEFORE_DUE, Measure.CLOSED_AFTER_DUE)
      };
      assertThat(java.util.Arrays.copyOf(board, expected.length)).isEqualTo(expected);
    }
  }

  private static long[] onDay(Map<Cell, long[]> counts, long day, RollUp rollUp) {
    long[] total = new long[rollUp.size()];
    counts.forEach(
        (cell, values) -> {
          for (int i = 0; cell.day() == day && i < total.length; i++) {
            total[i] += values[i];
          }
        });
    return total;
  }

  @Property(tries = 2000)
  void a_corrected_due_moment_counts_as_if_always_so(
      @ForAll("histories") List<Entry> history,
      @ForAll @IntRange(max = 24 * LAST_DAY) int due,
      @ForAll @IntRange(max = 24 * LAST_DAY) int tick)
      throws BrokenContract {
    boolean moved =
        history.subList(1, history.size()).stream()
            .anyMatch(e -> e.dueAt != Entry.NONE || e.kind == Entry.Kind.DUE_MOVED);
    net.jqwik.api.Assume.that(!moved);
    DossierFacts corrected = facts(history);
    Entry correction = new Entry();
    correction.kind = Entry.Kind.CORRECTED;
    correction.moment = history.getLast().moment;
    correction.occurredAt = correction.moment;
    correction.dueAt = Histories.moment(due);
    corrected.apply(correction);
    history.getFirst().dueAt = correction.dueAt;

    Map<Cell, long[]> expected = counts(history, Histories.moment(tick));
    Map<Cell, long[]> actual =
        Contributions.of(corrected, Timeline.of(corrected, Histories.moment(tick))).counts();
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    assertThat(actual)
        .allSatisfy((cell, values) -> assertThat(values).isEqualTo(expected.get(cell)));
  }

  private static DossierFacts apply(DossierFacts facts, Entry entry) throws BrokenContract {
    if (facts == null) {
      return DossierFacts.begin(entry);
    }
    facts.apply(entry);
    return facts;
  }

  private static DossierFacts facts(List<Entry> history) throws BrokenContract {
    DossierFacts facts = null;
    for (Entry entry : history) {
      facts = apply(facts, entry);
    }
    return facts;
  }

  private static Map<Cell, long[]> counts(List<Entry> history, long tick) throws BrokenContract {
    DossierFacts facts = facts(history);
    return Contributions.of(facts, Timeline.of(facts, tick)).counts();
  }

  private static void add(Map<Cell, long[]> sums, Cell cell, long[] change) {
    long[] sum = sums.computeIfAbsent(cell, key -> new long[change.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += change[i];
    }
  }

  private static boolean isZero(long[] values) {
    return java.util.Arrays.stream(values).allMatch(value -> value == 0);
  }

  /** "day unit" → flow → count, without the stocks' flows. */
  private static Map<String, Map<String, Integer>> marks(Map<Cell, long[]> counts) {
    Map<String, Map<String, Integer>> marks = new TreeMap<>();
    counts.forEach(
        (cell, values) -> {
          for (Measure measure : Measure.values()) {
            long value = values[measure.ordinal()];
            if (value != 0 && measure.compareTo(Measure.RECEIVED) >= 0) {
              marks
                  .computeIfAbsent(
                      cell.day() - FIRST_DAY + " " + cell.bodyId(), key -> new TreeMap<>())
                  .merge(measure.column(), (int) value, Integer::sum);
            }
          }
        });
    return marks;
  }

  /** "day unit" → the one stock that the dossier is in at the start of the day. */
  private static Map<String, String> stocks(Map<Cell, long[]> counts, int lastDay) {
    Map<String, String> stocks = new TreeMap<>();
    for (int day = 1; day <= lastDay; day++) {
      for (int unit : new int[] {10, 20, 30}) {
        long[] total = total(counts, unit, 0, day);
        String found =
            name("within", stock(total, Measure.WITHIN_IN, Measure.WITHIN_OUT))
                + name("paused", stock(total, Measure.PAUSED_IN, Measure.PAUSED_OUT))
                + name("overdue", stock(total, Measure.OVERDUE_IN, Measure.OVERDUE_OUT));
        long open = stock(total, Measure.OPEN_IN, Measure.OPEN_OUT);
        assertThat(open).isEqualTo(found.isEmpty() ? 0 : 1);
        if (!found.isEmpty()) {
          stocks.put(day + " " + unit, found);
        }
      }
    }
    return stocks;
  }

  private static String name(String stock, long value) {
    return value == 0 ? "" : value == 1 ? stock : stock + "×" + value;
  }

  private static Map<String, String> upTo(Map<String, String> stocks, int lastDay) {
    Map<String, String> kept = new TreeMap<>(stocks);
    kept.keySet().removeIf(key -> Integer.parseInt(key.split(" ")[0]) > lastDay);
    return kept;
  }

  /** Days count from the first one; to is exclusive. */
  private static long[] total(Map<Cell, long[]> counts, int unit, int from, int to) {
    long[] total = new long[Measure.COUNT];
    counts.forEach(
        (cell, values) -> {
          long day = cell.day() - FIRST_DAY;
          if (cell.bodyId() == unit && day >= from && day < to) {
            for (int i = 0; i < total.length; i++) {
              total[i] += values[i];
            }
          }
        });
    return total;
  }

  private static long stock(long[] total, Measure in, Measure out) {
    return total[in.ordinal()] - total[out.ordinal()];
  }

  private static long sum(long[] total, Measure... measures) {
    long sum = 0;
    for (Measure measure : measures) {
      sum += total[measure.ordinal()];
    }
    return sum;
  }
}
