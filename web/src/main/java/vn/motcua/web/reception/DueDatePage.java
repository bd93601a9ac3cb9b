package vn.motcua.web.reception;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;
import vn.motcua.worktime.AllowanceUnit;
import vn.motcua.worktime.DueDate;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.DueDateService;
import vn.motcua.worktime.ReceiptChannel;

/**
 * When something is due, and why (tính hạn). The whole question stands in the address. Moments are
 * on the wall clock of the city's calendar.
 */
@Named
@RequestScoped
public class DueDatePage {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE dd/MM/uuuu HH:mm");

  @EJB private DueDateService dueDates;
  @Inject private Words words;
  @Inject private InstantSource clock;

  private String allowance = "5";
  private String unit = AllowanceUnit.WORKING_DAYS.code();
  private String channel = ReceiptChannel.DIRECT.code();
  private String received;
  private DueDate answer;
  private CodedFailure failure;

  /** The due moment, or null where there is a failure. */
  public DueDate getAnswer() {
    compute();
    return answer;
  }

  /** With its day of the week; null where there is a failure. */
  public String getDue() {
    compute();
    return answer == null ? null : text(answer.due());
  }

  /** What is wrong with the question, or null. */
  public String getFailure() {
    compute();
    return failure == null ? null : failure.message(words.locale());
  }

  /** Whether the failure speaks of this part of the question. */
  public boolean wrong(String part) {
    compute();
    return failure != null && failure.code().contains(part);
  }

  public List<String> getUnits() {
    return AllowanceUnit.codes();
  }

  public List<String> getChannels() {
    return ReceiptChannel.codes();
  }

  public String getAllowance() {
    return allowance;
  }

  public void setAllowance(String allowance) {
    this.allowance = allowance;
  }

  public String getUnit() {
    return unit;
  }

  public void setUnit(String unit) {
    this.unit = unit == null ? this.unit : unit;
  }

  public String getChannel() {
    return channel;
  }

  public void setChannel(String channel) {
    this.channel = channel == null ? this.channel : channel;
  }

  /** As {@code yyyy-MM-ddTHH:mm}; the present minute where nothing was asked. */
  public String getReceived() {
    if (received == null) {
      received =
          LocalDateTime.ofInstant(clock.instant(), Notation.CITY)
              .truncatedTo(ChronoUnit.MINUTES)
              .toString();
    }
    return received;
  }

  public void setReceived(String received) {
    this.received = received;
  }

  private void compute() {
    if (answer != null || failure != null) {
      return;
    }
    try {
      answer =
          dueDates.dueDate(
              new DueDateQuestion(allowance, unit, getReceived(), channel, null, words.locale()));
    } catch (RuntimeException thrown) {
      failure = Words.coded(thrown).orElseThrow(() -> thrown);
    }
  }

  private String text(LocalDateTime moment) {
    String written = moment.format(MOMENT.withLocale(words.locale()));
    return written.substring(0, 1).toUpperCase(words.locale()) + written.substring(1);
  }
}
