package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.worktime.Calendars.HANOI;
import static vn.motcua.worktime.Calendars.HANOI_DEADLINES;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every term, on the city's calendar. */
class DeadlineLawsTest {
  private static final Instant FIRST = Calendars.hanoi("2024-01-02T00:00");

  @Property
  void workingHoursAdd(
      @ForAll("moments") Instant received,
      @ForAll @IntRange(min = 1, max = 100) int a,
      @ForAll @IntRange(min = 1, max = 100) int b) {
    Instant inTwo =
        due(Term.of(due(Term.of(received, Allowance.workingHours(a))), Allowance.workingHours(b)));

    assertThat(inTwo).isEqualTo(due(Term.of(received, Allowance.workingHours(a + b))));
  }

  @Property
  void wholeWorkingDaysAdd(
      @ForAll("moments") Instant received,
      @ForAll @IntRange(min = 1, max = 30) int a,
      @ForAll @IntRange(min = 1, max = 30) int b) {
    Instant inTwo =
        due(Term.of(due(Term.of(received, Allowance.workingDays(a))), Allowance.workingDays(b)));

    assertThat(inTwo).isEqualTo(due(Term.of(received, Allowance.workingDays(a + b))));
  }

  @Property
  void whatIsReceivedLaterIsNotDueEarlier(
      @ForAll("terms") Term any, @ForAll @IntRange(max = 20_000) int later) {
    // Not so for a 24-hour counter, which keeps the time of day: of Friday 23:50 and Saturday 00:10
    // the former is due later on Monday.
    Term term = any.endingAt(DueTime.CLOSING);
    Term after = term.restartedAt(term.received().plus(later, ChronoUnit.MINUTES));

    assertThat(due(after)).isAfterOrEqualTo(due(term));
  }

  @Property
  void aLongerTermIsNotDueEarlier(
      @ForAll("terms") Term term, @ForAll @IntRange(min = 1, max = 5) int more) {
    Term longer =
        new Term(
            term.received(),
            new Allowance(term.allowance().amount() + more, term.allowance().unit()),
            term.receiptRule(),
            term.dueTime(),
            term.suspensions());

    assertThat(due(longer)).isAfterOrEqualTo(due(term));
  }

  @Property
  void theOrderAndTheCutOfPausesDoNotMatter(
      @ForAll("terms") Term term, @ForAll @IntRange(min = 1, max = 99) int percent) {
    List<Suspension> cut = new ArrayList<>();
    for (Suspension pause : term.suspensions().merged()) {
      Duration length = Duration.between(pause.from(), pause.to());
      Instant middle = pause.from().plus(length.multipliedBy(percent).dividedBy(100));
      cut.add(new Suspension(middle, pause.to()));
      cut.add(new Suspension(pause.from(), middle));
    }
    Collections.reverse(cut);

    assertThat(due(term.suspendedBy(cut))).isEqualTo(due(term));
  }

  @Property
  void aPauseNeverBringsTheDueMomentForward(@ForAll("terms") Term term) {
    assertThat(due(term)).isAfterOrEqualTo(due(term.suspendedBy(List.of())));
  }

  @Property
  void aLongerPauseNeverBringsTheDueMomentForward(
      @ForAll("terms") Term term, @ForAll @IntRange(max = 3_000) int minutes) {
    List<Suspension> longer =
        term.suspensions().merged().stream()
            .map(p -> new Suspension(p.from(), p.to().plus(minutes, ChronoUnit.MINUTES)))
            .toList();

    assertThat(due(term.suspendedBy(longer))).isAfterOrEqualTo(due(term));
  }

  @Property
  void aPauseBegunAtOrAfterTheDueMomentDoesNotHelp(
      @ForAll("terms") Term term, @ForAll @IntRange(max = 3_000) int after) {
    Instant due = due(term);
    List<Suspension> pauses = new ArrayList<>(term.suspensions().merged());
    Instant begins = due.plus(after, ChronoUnit.MINUTES);
    pauses.add(new Suspension(begins, begins.plus(10, ChronoUnit.DAYS)));

    assertThat(due(term.suspendedBy(pauses))).isEqualTo(due);
  }

  @Property
  void aPauseBeforeTheReceiptDoesNotHelp(@ForAll("moments") Instant received) {
    Term term = Term.of(received, Allowance.workingHours(20));
    Suspension earlier = new Suspension(received.minus(9, ChronoUnit.DAYS), received);

    assertThat(due(term.suspendedBy(List.of(earlier)))).isEqualTo(due(term));
  }

  /** For hours: what was worked until the due moment, without the pauses, is the allowance. */
  @Property
  void theWorkingTimeUntilTheDueMomentIsTheAllowance(@ForAll("terms") Term any) {
    int hours = any.allowance().amount();
    Term term =
        Term.of(any.received(), Allowance.workingHours(hours))
            .suspendedBy(any.suspensions().merged());

    assertThat(new WorkingTime(HANOI).between(term.received(), due(term), term.suspensions()))
        .isEqualTo(Duration.ofHours(hours));
  }

  @Property
  void noTermIsDueWhileItsClockStandsOrOnADayOfRest(@ForAll("terms") Term term) {
    Instant due = due(term);

    assertThat(HANOI.day(HANOI.dateAt(due)).isWorking()).isTrue();
    assertThat(term.suspensions().pausedAt(due.minusMillis(1))).isFalse();
  }

  @Property
  void workingTimeAdds(
      @ForAll("moments") Instant a, @ForAll("moments") Instant b, @ForAll("moments") Instant c) {
    WorkingTime time = new WorkingTime(HANOI);

    assertThat(time.between(a, b).plus(time.between(b, c))).isEqualTo(time.between(a, c));
  }

  private static Instant due(Term term) {
    return HANOI_DEADLINES.deadline(term).dueAt();
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, 60L * 60 * 24 * 900)
        .map(seconds -> FIRST.plus(seconds, ChronoUnit.SECONDS));
  }

  @Provide
  Arbitrary<Term> terms() {
    Arbitrary<Suspension> pause =
        Combinators.combine(
                Arbitraries.integers().between(-3_000, 20_000),
                Arbitraries.integers().between(1, 12_000))
            .as((gap, length) -> new Suspension(plus(gap), plus(gap + length)));
    return Combinators.combine(
            moments(),
            Arbitraries.integers().between(1, 15),
            Arbitraries.of(
                AllowanceUnit.WORKING_DAYS,
                AllowanceUnit.CALENDAR_DAYS,
                AllowanceUnit.WORKING_HOURS),
            Arbitraries.of(ReceiptRule.class),
            Arbitraries.of(DueTime.class),
            pause.list().ofMaxSize(3))
        .as(
            (received, amount, unit, rule, dueTime, pauses) ->
                Term.of(received, new Allowance(amount, unit))
                    .receivedBy(rule)
                    .endingAt(dueTime)
                    .suspendedBy(
                        pauses.stream()
                            .map(
                                p ->
                                    new Suspension(
                                        received.plusSeconds(p.from().getEpochSecond()),
                                        received.plusSeconds(p.to().getEpochSecond())))
                            .toList()));
  }

  private static Instant plus(int minutes) {
    return Instant.EPOCH.plus(minutes, ChronoUnit.MINUTES);
  }
}
