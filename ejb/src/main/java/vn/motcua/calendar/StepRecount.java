package vn.motcua.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.motcua.worktime.CityHours;
import vn.motcua.worktime.WorkingTime;
import vn.motcua.worktime.WorktimeException;

/**
 * Counts the due moments of steps by former and by new hours, those of the body whose step it is.
 * Where the moment is not the one that the process gives, after a pause for example, the step keeps
 * its working time.
 */
final class StepRecount {

  private final CityHours former;
  private final CityHours next;

  StepRecount(CityHours former, CityHours next) {
    this.former = former;
    this.next = next;
  }

  /** Empty where the due moment stays. */
  Optional<StepMove> move(OpenStep step) {
    if (step.due().isBefore(step.begunAt())) {
      return Optional.empty();
    }
    try {
      WorkingTime before = new WorkingTime(former.at(step.unitId()));
      WorkingTime after = new WorkingTime(next.at(step.unitId()));
      Duration given = Duration.ofMinutes(step.minutes());
      Duration working =
          before.after(step.begunAt(), given).equals(step.due())
              ? given
              : before.between(step.begunAt(), step.due());
      if (before.after(step.begunAt(), working).equals(after.after(step.begunAt(), working))) {
        return Optional.empty();
      }
      Instant due = after.after(step.begunAt(), working);
      return Optional.of(
          new StepMove(
              step.taskId(),
              step.dossierId(),
              step.code(),
              step.step(),
              step.unit(),
              step.due(),
              due));
    } catch (WorktimeException.DayNotCovered beyond) {
      return Optional.empty();
    }
  }
}
