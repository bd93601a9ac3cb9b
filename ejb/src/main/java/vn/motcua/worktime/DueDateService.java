package vn.motcua.worktime;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Answers when something is due (tính hạn giải quyết). */
@Stateless
public class DueDateService {
  private BundledCalendars calendars;

  /** For the container. */
  protected DueDateService() {}

  @Inject
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
    return dueDate(calendar, term, question.language());
  }

  /** The due date of any term by a calendar at hand. */
  public DueDate dueDate(WorkingCalendar calendar, Term term, Locale language) {
    return DueDate.of(new DeadlineCalculator(calendar).deadline(term), language);
  }

  private static Instant received(String text, WorkingCalendar calendar) {
    try {
      // In a query, "+07:00" that was not encoded arrives with a space for its plus.
      String written = text == null ? "" : text.strip().replace(' ', '+');
      TemporalAccessor read =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              written, ZonedDateTime::from, LocalDateTime::from);
      return read instanceof ZonedDateTime moment
          ? moment.toInstant()
          : WallClock.first((LocalDateTime) read, calendar.zone());
    } catch (DateTimeException unreadable) {
      throw new WorktimeException.InvalidReceived(text, unreadable);
    }
  }
}
