package vn.motcua.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.WorkingCalendar;

class CityPlanTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
  private static final int VISITS = 20_000;

  private final WorkingCalendar calendar = new BundledCalendars().ofCode("hanoi");
  private final CityPlan plan = new CityPlan(calendar, 500);

  @Test
  void the_same_seed_gives_the_same_day() {
    assertThat(plan.day(FRIDAY, 7, 500)).isEqualTo(plan.day(FRIDAY, 7, 500));
    assertThat(plan.day(FRIDAY, 8, 500)).isNotEqualTo(plan.day(FRIDAY, 7, 500));
    assertThat(plan.day(FRIDAY.minusDays(1), 7, 500)).isNotEqualTo(plan.day(FRIDAY, 7, 500));
  }

  @Test
  void nobody_comes_on_a_day_of_rest_or_at_lunch() {
    assertThat(plan.day(LocalDate.of(2026, 11, 21), 7, 500)).isEmpty();
    assertThat(plan.day(LocalDate.of(2026, 11, 24), 7, 500)).as("Vietnam Culture Day").isEmpty();
    assertThat(plan.day(FRIDAY, 7, VISITS))
        .hasSize(VISITS)
        .allSatisfy(
            visit -> {
              int hour = visit.at().atZone(calendar.zone()).getHour();
              assertThat(hour).isBetween(8, 16).isNotEqualTo(12);
              assertThat(calendar.dateAt(visit.at())).isEqualTo(FRIDAY);
            });
  }

  @Test
  void visits_come_in_order_to_every_branch() {
    List<PlannedVisit> visits = plan.day(FRIDAY, 7, VISITS);
    assertThat(visits).isSortedAccordingTo(java.util.Comparator.comparing(PlannedVisit::at));
    assertThat(visits).extracting(PlannedVisit::number).doesNotHaveDuplicates();
    assertThat(visits.stream().map(PlannedVisit::branch).distinct()).hasSize(12);
  }

  @Test
  void few_are_late_and_most_of_those_with_slow_agencies() {
    List<PlannedVisit.Planned> dossiers =
        plan.day(FRIDAY, 7, VISITS).stream().flatMap(v -> v.dossiers().stream()).toList();
    var late =
        dossiers.stream()
            .collect(
                Collectors.partitioningBy(
                    d -> DemoCity.SLOW_PROCEDURES.contains(d.procedure()),
                    Collectors.averagingDouble(d -> d.fate().pace() > 1 ? 1 : 0)));
    assertThat(late.get(true)).isGreaterThan(5 * late.get(false));
    assertThat(late.get(false)).isBetween(0.005, 0.06);
    assertThat(share(dossiers, Fate.Turn.SUPPLEMENT)).isCloseTo(0.06, within(0.01));
    assertThat(share(dossiers, Fate.Turn.WITHDRAWN)).isCloseTo(0.01, within(0.005));
  }

  @Test
  void few_ratings_are_bad() {
    List<Integer> answers =
        plan.day(FRIDAY, 7, VISITS).stream()
            .flatMap(visit -> visit.dossiers().stream())
            .map(dossier -> dossier.fate().rating())
            .filter(java.util.Objects::nonNull)
            .flatMap(rating -> rating.answers().stream())
            .filter(answer -> answer > 0)
            .toList();
    double content = answers.stream().mapToInt(a -> a >= 4 ? 1 : 0).average().orElseThrow();
    assertThat(content).isBetween(0.88, 0.97);
    assertThat(answers).allMatch(answer -> answer <= 5);
  }

  private static double share(List<PlannedVisit.Planned> dossiers, Fate.Turn turn) {
    return dossiers.stream().mapToInt(d -> d.fate().turn() == turn ? 1 : 0).average().orElseThrow();
  }
}
