package vn.motcua.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import vn.motcua.worktime.CalendarDay;
import vn.motcua.worktime.CityHours;
import vn.motcua.worktime.CutoffRule;
import vn.motcua.worktime.Deadline;
import vn.motcua.worktime.DeadlineCalculator;
import vn.motcua.worktime.Suspensions;
import vn.motcua.worktime.Term;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;
import vn.motcua.worktime.WorktimeException;
import vn.motcua.worktime.WorktimeText;

/**
 * Counts the due moments of open dossiers by a former and by a new calendar. A due moment that the
 * procedure's rule gives by the former calendar is counted by the same rule anew. One that came
 * about otherwise, by an agreed extension for example, keeps its working time. A dossier none of
 * whose days says anything else keeps its due moment to the second.
 */
final class DueRecount {

  private final CityHours hours;
  private final CityHours newHours;
  private final WorkingCalendar former;
  private final WorkingCalendar next;
  private final NavigableSet<LocalDate> changed;
  private final Map<Integer, NavigableSet<LocalDate>> changedAt = new HashMap<>();

  DueRecount(CityHours former, CityHours next) {
    this.hours = former;
    this.newHours = next;
    this.former = former.city();
    this.next = next.city();
    changed = differing(this.former, this.next);
  }

  private static NavigableSet<LocalDate> differing(WorkingCalendar former, WorkingCalendar next) {
    NavigableSet<LocalDate> changed = new TreeSet<>();
    if (former == next) {
      return changed;
    }
    for (LocalDate day = former.firstDay(); !day.isAfter(former.lastDay()); day = day.plusDays(1)) {
      if (!next.covers(day) || !same(former.day(day), next.day(day))) {
        changed.add(day);
      }
    }
    return changed;
  }

  /** The days on which a body works otherwise, by its own hours or by the city's. */
  private NavigableSet<LocalDate> changedAt(Integer unit) {
    return unit == null
        ? changed
        : changedAt.computeIfAbsent(
            unit,
            id ->
                hours.at(id) == former && newHours.at(id) == next
                    ? changed
                    : differing(hours.at(id), newHours.at(id)));
  }

  /** The days on which work differs. */
  NavigableSet<LocalDate> changedDays() {
    return changed;
  }

  /** Empty where the due moment stays. */
  Optional<DueMove> move(OpenDossier dossier) {
    LocalDate first = former.dateAt(dossier.runsFrom());
    LocalDate last = former.dateAt(dossier.due());
    if (last.isBefore(first)
        || (changed.subSet(first, true, last, true).isEmpty()
            && changedAt(dossier.branchId()).subSet(first, true, last, true).isEmpty())) {
      return Optional.empty();
    }
    try {
      Optional<DueMove> byRule = byRule(dossier);
      DueMove move = byRule.isPresent() ? byRule.get() : byWorkingTime(dossier);
      return move.newDue().equals(move.oldDue()) ? Optional.empty() : Optional.of(move);
    } catch (WorktimeException.DayNotCovered | WorktimeException.ReceivedNotCovered beyond) {
      return Optional.empty();
    }
  }

  private Optional<DueMove> byRule(OpenDossier dossier) {
    Deadline before = deadline(hours, dossier);
    if (before == null || !before.dueAt().equals(dossier.due())) {
      return Optional.empty();
    }
    Deadline after = deadline(newHours, dossier);
    return Optional.of(
        new DueMove(
            dossier.id(),
            dossier.code(),
            dossier.due(),
            after.dueAt(),
            true,
            WorktimeText.in(Locale.of("vi")).lines(after.explanation())));
  }

  private static Deadline deadline(CityHours hours, OpenDossier dossier) {
    WorkingCalendar calendar = hours.city();
    WorkingCalendar desk = hours.at(dossier.branchId());
    if (dossier.sameDay() && dossier.pauses().isEmpty()) {
      return CutoffRule.FIFTEEN_HOURS.sameDay(calendar, desk, dossier.runsFrom());
    }
    if (dossier.allowance() == null) {
      return null;
    }
    return new DeadlineCalculator(calendar, desk)
        .deadline(
            Term.of(dossier.runsFrom(), dossier.allowance())
                .receivedBy(calendar.receiptRule(dossier.channel()))
                .suspendedBy(dossier.pauses()));
  }

  private DueMove byWorkingTime(OpenDossier dossier) {
    Duration working =
        new WorkingTime(former)
            .between(dossier.runsFrom(), dossier.due(), Suspensions.of(dossier.pauses()));
    Instant from = dossier.runsFrom();
    WorkingTime time = new WorkingTime(next);
    Instant due = time.after(from, working);
    // Working time that lay within pauses was not counted: it is added where it lies now.
    Duration paused =
        time.between(from, due).minus(time.between(from, due, Suspensions.of(dossier.pauses())));
    if (!paused.isZero()) {
      due = time.after(from, working.plus(paused));
    }
    return new DueMove(dossier.id(), dossier.code(), dossier.due(), due, false, List.of());
  }

  private static boolean same(CalendarDay one, CalendarDay other) {
    return one.isWorking() == other.isWorking()
        && one.sessions().equals(other.sessions())
        && one.deskSessions().equals(other.deskSessions());
  }
}
