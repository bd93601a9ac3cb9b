package vn.motcua.worktime;

import jakarta.ejb.ApplicationException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import vn.motcua.failure.CodedFailure;

/**
 * Why a due date cannot be computed. Each kind has a stable {@link #code()}, which is also the key
 * of its message; nothing was changed when it is thrown.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class WorktimeException extends RuntimeException implements CodedFailure {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<Object> arguments;

  private WorktimeException(String code, Throwable cause, Object... arguments) {
    super(WorktimeText.in(WorktimeText.VIETNAMESE).message(code, List.of(arguments)), cause);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  /** Stable name of the kind of error, such as {@code worktime.unknown-unit}. */
  @Override
  public String code() {
    return code;
  }

  /** What happened and what to do, in a reader's language; {@link #getMessage()} is Vietnamese. */
  @Override
  public String message(Locale language) {
    return arguments == null ? getMessage() : WorktimeText.in(language).message(code, arguments);
  }

  /** All of these come from what was asked. */
  @Override
  public int httpStatus() {
    return 422;
  }

  private static String shown(String given) {
    return given == null ? "" : Normalizer.normalize(given.strip(), Normalizer.Form.NFC);
  }

  /** The unit is none of {@link AllowanceUnit#codes()}. */
  public static final class UnknownUnit extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public UnknownUnit(String given) {
      super("worktime.unknown-unit", null, shown(given), String.join(", ", AllowanceUnit.codes()));
    }
  }

  /** The allowance is no whole number, not positive, or beyond what any law gives. */
  public static final class InvalidAllowance extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public InvalidAllowance(String given, AllowanceUnit unit) {
      super("worktime.invalid-allowance", null, shown(given), unit.largest(), unit.code());
    }
  }

  /** The moment of receipt cannot be read. */
  public static final class InvalidReceived extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public InvalidReceived(String given, Throwable cause) {
      super("worktime.invalid-received", cause, shown(given));
    }
  }

  /** The channel is none of {@link ReceiptChannel#codes()}. */
  public static final class UnknownChannel extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public UnknownChannel(String given) {
      super(
          "worktime.unknown-channel",
          null,
          shown(given),
          String.join(", ", ReceiptChannel.codes()));
    }
  }

  /** There is no calendar of this code. */
  public static final class UnknownCalendar extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public UnknownCalendar(String given) {
      super("worktime.unknown-calendar", null, shown(given));
    }
  }

  /** The receipt lies outside the days that the calendar covers. */
  public static final class ReceivedNotCovered extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public ReceivedNotCovered(LocalDate received, WorkingCalendar calendar) {
      super(
          "worktime.received-not-covered",
          null,
          received,
          calendar.version().toString(),
          calendar.firstDay(),
          calendar.lastDay());
    }
  }

  /** The count would run over a day that the calendar does not cover. */
  public static final class DayNotCovered extends WorktimeException {
    private static final long serialVersionUID = 1L;

    public DayNotCovered(LocalDate day, WorkingCalendar calendar) {
      super(
          "worktime.day-not-covered",
          null,
          day,
          calendar.version().toString(),
          calendar.firstDay(),
          calendar.lastDay());
    }
  }

  /** A calendar file that cannot be read, with its line; line 0 speaks of the file as a whole. */
  public static final class InvalidCalendar extends WorktimeException {
    private static final long serialVersionUID = 1L;

    private final long line;

    public InvalidCalendar(String source, long line, String reason, Throwable cause) {
      super(
          line == 0 ? "worktime.invalid-calendar-file" : "worktime.invalid-calendar",
          cause,
          source,
          line,
          reason);
      this.line = line;
    }

    /** Line of the file, counted from 1; 0 for the file as a whole. */
    public long line() {
      return line;
    }
  }
}
