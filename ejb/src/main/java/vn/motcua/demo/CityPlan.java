package vn.motcua.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import vn.motcua.worktime.WorkingCalendar;

/**
 * Who will come in a city's days (kế hoạch ngày mẫu), decided by the seed alone: the same seed,
 * days and volume give the same plan on any machine.
 */
final class CityPlan {

  private final WorkingCalendar calendar;
  private final ArrivalCurve curve;
  private final int people;

  /**
   * @param people how many invented people there are to come
   */
  CityPlan(WorkingCalendar calendar, int people) {
    this.calendar = calendar;
    this.curve = new ArrivalCurve(calendar.zone());
    this.people = people;
  }

  /**
   * The visits of a day in the order of arrival; none on a day without office hours.
   *
   * @param visits how many come to all branches together
   */
  List<PlannedVisit> day(LocalDate day, long seed, int visits) {
    if (!calendar.day(day).isWorking()) {
      return List.of();
    }
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + day.toEpochDay());
    List<PlannedVisit> planned = new ArrayList<>(visits);
    for (int i = 0; i < visits; i++) {
      planned.add(visit(day, random.split()));
    }
    planned.sort(Comparator.comparing(PlannedVisit::at));
    List<PlannedVisit> numbered = new ArrayList<>(visits);
    for (int i = 0; i < visits; i++) {
      numbered.add(planned.get(i).numbered(i));
    }
    return numbered;
  }

  private PlannedVisit visit(LocalDate day, SplittableRandom random) {
    String branch = Share.draw(DemoCity.BRANCHES, random);
    int size = Share.draw(DemoCity.VISIT_SIZES, random);
    List<PlannedVisit.Planned> dossiers = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String procedure = Share.draw(DemoCity.PROCEDURES, random);
      dossiers.add(
          new PlannedVisit.Planned(procedure, Fate.draw(procedure, branch, random.split())));
    }
    return new PlannedVisit(
        0,
        curve.draw(day, random),
        branch,
        Share.draw(DemoCity.CHANNELS, random),
        random.nextInt(people),
        dossiers);
  }
}
