package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The kernel against a counter of single minutes, on random calendars in two zones. */
class NaiveAgreementTest {
  private static final Instant FIRST = Instant.parse("2024-01-01T12:00:00Z");

  @Property(tries = 10_000)
  void hoursAgree(
      @ForAll long seed, @ForAll("minutes") int start, @ForAll @IntRange(min = 1, max = 24) int n) {
    RandomCalendar calendar = new RandomCalendar(seed);
    Instant received = moment(start);

    Deadline deadline = deadline(calendar, Term.of(received, Allowance.workingHours(n)));

    assertThat(deadline.dueAt())
        .isEqualTo(new NaiveCounter(calendar, List.of()).dueAfterHours(received, n));
  }

  @Property(tries = 2_500)
  void hoursWithPausesAgree(
      @ForAll long seed,
      @ForAll("minutes") int start,
      @ForAll @IntRange(min = 1, max = 16) int n,
      @ForAll @Size(max = 3) List<@IntRange(max = 5_000) Integer> gaps,
      @ForAll @IntRange(max = 3_000) int length) {
    RandomCalendar calendar = new RandomCalendar(seed);
    Instant received = moment(start);
    List<Suspension> pauses =
        gaps.stream()
            .map(gap -> new Suspension(moment(start + gap), moment(start + gap + length)))
            .toList();

    Deadline deadline =
        deadline(calendar, Term.of(received, Allowance.workingHours(n)).suspendedBy(pauses));

    assertThat(deadline.dueAt())
        .isEqualTo(new NaiveCounter(calendar, pauses).dueAfterHours(received, n));
  }

  @Property(tries = 2_500)
  void workingDaysAgree(
      @ForAll long seed, @ForAll("minutes") int start, @ForAll @IntRange(min = 1, max = 7) int n) {
    RandomCalendar calendar = new RandomCalendar(seed);
    Instant received = moment(start);

    Deadline deadline = deadline(calendar, Term.of(received, Allowance.workingDays(n)));

    Instant naive = new NaiveCounter(calendar, List.of()).dueAfterDays(received, n);
    boolean closesAtMidnight = naive.atZone(calendar.zone).toLocalTime().equals(LocalTime.MIDNIGHT);
    assertThat(deadline.dueAt()).isEqualTo(closesAtMidnight ? naive.minusMillis(1) : naive);
  }

  @Property(tries = 2_500)
  void timeBetweenAgrees(
      @ForAll long seed, @ForAll("minutes") int start, @ForAll @IntRange(max = 15_000) int length) {
    RandomCalendar calendar = new RandomCalendar(seed);

    long minutes =
        new WorkingTime(calendar.value()).minutesBetween(moment(start), moment(start + length));

    assertThat(minutes)
        .isEqualTo(
            new NaiveCounter(calendar, List.of())
                .minutesBetween(moment(start), moment(start + length)));
  }

  /** Any minute of 2024 to mid 2026, half of them within days of a change of the clock. */
  @Provide
  Arbitrary<Integer> minutes() {
    Arbitrary<Integer> any = Arbitraries.integers().between(0, 900 * 1_440);
    Arbitrary<Integer> nearChange =
        Arbitraries.of("2024-03-31", "2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29")
            .flatMap(
                day ->
                    Arbitraries.integers()
                        .between(-5_000, 400)
                        .map(
                            offset ->
                                Math.toIntExact(
                                        FIRST.until(
                                            LocalDate.parse(day)
                                                .atStartOfDay(ZoneOffset.UTC)
                                                .toInstant(),
                                            ChronoUnit.MINUTES))
                                    + offset));
    return Arbitraries.oneOf(any, nearChange);
  }

  private static Instant moment(int minute) {
    return FIRST.plus(minute, ChronoUnit.MINUTES);
  }

  private static Deadline deadline(RandomCalendar calendar, Term term) {
    return new DeadlineCalculator(calendar.value()).deadline(term);
  }
}
