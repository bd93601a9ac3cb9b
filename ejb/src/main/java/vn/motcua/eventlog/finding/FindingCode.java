package vn.motcua.eventlog.finding;

import java.util.Locale;
import vn.motcua.failure.MessageText;

/**
 * Every reason for which an event or a case is refused or remarked on. {@link #code()} is stable;
 * the sentences are in the bundle {@code messages} of this package.
 */
public enum FindingCode {
  /** The event names no case, so nobody knows what it belongs to. */
  CASE_ID_MISSING,
  /** The trace names no case. */
  TRACE_ID_MISSING,
  ACTIVITY_MISSING,
  TIMESTAMP_MISSING,
  /** No format of the mapping reads the value. */
  MOMENT_UNREADABLE,
  /** Before 1900 or after 2100. */
  MOMENT_OUT_OF_RANGE,
  /** 1970-01-01 00:00: what systems write when they know no date. */
  MOMENT_EPOCH,
  /** More than a day after the import itself, so it cannot have happened. */
  MOMENT_IN_FUTURE,
  VALUE_TOO_LONG,
  /** The row has more or fewer fields than the header. */
  ROW_RAGGED,
  /** A second trace with the id of an earlier one. */
  CASE_DUPLICATE,
  /** Attributes of the trace after its first event, where XES allows none. */
  TRACE_ATTRIBUTE_LATE,
  CASE_TOO_MANY_EVENTS,
  /** No event is left and no attribute tells when the case was received. */
  RECEIVED_MISSING,
  DUE_MISSING,
  FINISHED_BEFORE_RECEIVED,
  CLOSED_BEFORE_RECEIVED,
  /** Kept as written: systems that note only the day put any time beside it. */
  END_EARLIER_THAT_DAY,
  /** Closed without a result, but nothing tells when. */
  CLOSED_MOMENT_MISSING,
  /** Kept: it was overdue from the start. */
  DUE_BEFORE_RECEIVED,
  /** Kept: the case has its moments from attributes and no step. */
  CASE_WITHOUT_EVENTS,
  /** The local time does not exist (clocks went forward): moved on by the length of the gap. */
  LOCAL_TIME_SKIPPED,
  /** The local time exists twice (clocks went back): the earlier of the two. */
  LOCAL_TIME_TWICE,
  /** UTF-8 that was read as another character set and written again, such as "Ã¡". */
  TEXT_DOUBLE_ENCODED,
  /** U+FFFD stands where an earlier program lost a character. */
  TEXT_CHARACTER_LOST,
  /** Control characters were taken out. */
  TEXT_CONTROL_CHARACTER,
  /** A channel that the mapping does not name; counted as its "otherwise". */
  CHANNEL_UNKNOWN,
  /** An activity that the mapping names and the log never has: perhaps a slip of the pen. */
  ACTIVITY_UNSEEN,
  /** An activity says closed without result, but the result was there before. */
  CLOSED_AFTER_FINISH;

  /** The stable code, such as {@code case-id-missing}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The sentence for people.
   *
   * @param subject the part of the mapping concerned, or null
   * @param value the value found, or null
   */
  public static String message(String code, String subject, String value, Locale locale) {
    return MessageText.of(
        FindingCode.class,
        locale,
        code,
        subject == null ? "" : subject,
        value == null ? "" : value);
  }
}
