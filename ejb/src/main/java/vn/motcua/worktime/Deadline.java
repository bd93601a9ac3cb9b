package vn.motcua.worktime;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A due moment (hạn giải quyết) and why it is this one.
 *
 * @param due on the wall clock of the calendar's zone
 * @param dueAt the same moment
 * @param explanation lines in the order of time; render with {@link WorktimeText}
 * @param calendar the version it was computed with
 * @param provisional counted over days that may still change: an estimate, not a promise
 */
public record Deadline(
    LocalDateTime due,
    Instant dueAt,
    List<ExplanationLine> explanation,
    CalendarVersion calendar,
    boolean provisional) {
  public Deadline {
    explanation = List.copyOf(explanation);
  }
}
