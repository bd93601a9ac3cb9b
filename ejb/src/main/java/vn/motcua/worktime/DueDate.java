package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/**
 * A due moment as it is told to people and programs.
 *
 * @param due on the wall clock of the calendar's zone
 * @param dueAt the same moment
 * @param explanation its reasons in order, in the language asked for
 * @param calendarVersion the version it was computed with, such as {@code hanoi@2026-11-21}
 * @param provisional an estimate, because holidays on the way are not settled
 */
public record DueDate(
    LocalDateTime due,
    Instant dueAt,
    List<String> explanation,
    String calendarVersion,
    boolean provisional) {
  static DueDate of(Deadline deadline, Locale language) {
    return new DueDate(
        deadline.due(),
        deadline.dueAt(),
        WorktimeText.in(language).lines(deadline.explanation()),
        deadline.calendar().toString(),
        deadline.provisional());
  }
}
