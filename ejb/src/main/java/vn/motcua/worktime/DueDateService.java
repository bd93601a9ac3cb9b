package vn.motcua.worktime;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Answers when something is due (tính hạn giải quyết). */
@Stateless
public class DueDateService {
  private static final DateTimeFormatter RECEIVED =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  @Inject private BundledCalendars calendars;

  /** For the container, which makes a proxy of this class. */
  public DueDateService() {}

  /** For tests outside a container. */
  public DueDateService(BundledCalendars calendars) {
    this.calendars = calendars;
  }

  /**
   * The due date of a term without pauses.
   *
   * @throws WorktimeException of the kind that names what is wrong with the question
   */
  public DueDate dueDate(DueDateQuestion question) {
    AllowanceUnit unit = AllowanceUnit.ofCode(question.unit());
    Allowance allowance = Allowance.parse(question.allowance(), unit);
    ReceiptChannel channel = ReceiptChannel.ofCode(question.channel());
    WorkingCalendar calendar = calendars.ofCode(question.calendar());
    Term term =
        Term.of(received(question.received(), calendar), allowance)
            .receivedBy(calendar.receiptRule(channel));
    return DueDate.of(
        new DeadlineCalculator(calendar, desk(question, calendar)).deadline(term),
        question.language());
  }

  /**
   * The due date of what is to be given on the day itself (giải quyết trong ngày): the 15:00 rule.
   * Allowance and unit of the question do not matter.
   *
   * @throws WorktimeException of the kind that names what is wrong with the question
   */
  public DueDate sameDay(DueDateQuestion question) {
    ReceiptChannel.ofCode(question.channel());
    WorkingCalendar calendar = calendars.ofCode(question.calendar());
    Instant received = received(question.received(), calendar);
    return DueDate.of(
        CutoffRule.FIFTEEN_HOURS.sameDay(calendar, desk(question, calendar), received),
        question.language());
  }

  /**
   * The day of receipt on the calendar's wall clock.
   *
   * @throws WorktimeException where moment or calendar cannot be read
   */
  public LocalDate dayOfReceipt(DueDateQuestion question) {
    WorkingCalendar calendar = calendars.ofCode(question.calendar());
    return LocalDate.ofInstant(received(question.received(), calendar), calendar.zone());
  }

  /** The due date of any term by a calendar at hand. */
  public DueDate dueDate(WorkingCalendar calendar, Term term, Locale language) {
    return DueDate.of(new DeadlineCalculator(calendar).deadline(term), language);
  }

  /** Own hours lie over the city's calendar and no other. */
  private WorkingCalendar desk(DueDateQuestion question, WorkingCalendar calendar) {
    return question.desk() == null || !DueDateQuestion.CITY_CALENDAR.equals(question.calendar())
        ? calendar
        : calendars.hours().over(calendar).at(question.desk());
  }

  /** A date alone is its first moment. */
  private static Instant received(String text, WorkingCalendar calendar) {
    try {
      TemporalAccessor read =
          RECEIVED.parseBest(
              plain(text), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
      return switch (read) {
        case ZonedDateTime moment -> moment.toInstant();
        case LocalDateTime time -> WallClock.first(time, calendar.zone());
        default -> WallClock.first(((LocalDate) read).atStartOfDay(), calendar.zone());
      };
    } catch (DateTimeException unreadable) {
      throw new WorktimeException.InvalidReceived(text, unreadable);
    }
  }

  /** In a query, a "+07:00" that was not encoded arrives with a space for its plus. */
  private static String plain(String text) {
    return text == null ? "" : text.strip().replaceFirst("^(.{10}) ", "$1T").replace(' ', '+');
  }
}
