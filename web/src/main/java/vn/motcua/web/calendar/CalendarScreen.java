package vn.motcua.web.calendar;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.calendar.CalendarChanges;
import vn.motcua.calendar.CalendarDraft;
import vn.motcua.calendar.CalendarLine;
import vn.motcua.calendar.DueMove;
import vn.motcua.calendar.LunarHolidays;
import vn.motcua.web.catalogue.CatalogueAddress;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** The city's working calendar: what it says, and changing it without fear (lịch làm việc). */
@Named("calendarScreen")
@RequestScoped
public class CalendarScreen {

  private static final String CITY = "hanoi";
  private static final int SHOWN = 200;

  @EJB private CalendarChanges changes;
  @Inject private CatalogueAddress address;
  @Inject private Words words;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private List<CalendarLine> lines;
  private List<CalendarDraft> history;
  private String added;
  private String reason;
  private String error = "";
  private CalendarDraft draft;
  private CalendarChanges.Preview preview;

  @PostConstruct
  void read() {
    history = changes.history(CITY);
    lines = changes.lines(CITY);
    int year = (int) address.number("lunar");
    try {
      if (year > 0) {
        added = String.join("\n", LunarHolidays.lines(year));
      }
      long id = address.number("id");
      if (id > 0) {
        draft = history.stream().filter(one -> one.id() == id).findFirst().orElse(null);
      }
      if (isDrafted()) {
        preview = changes.preview(id);
      }
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public void begin() throws IOException {
    try {
      String[] removed = request.getParameterValues("remove");
      Set<Integer> numbers =
          removed == null
              ? Set.of()
              : Arrays.stream(removed)
                  .filter(one -> one.matches("\\d{1,6}"))
                  .map(Integer::valueOf)
                  .collect(Collectors.toSet());
      address.goTo("/calendar?id=" + changes.draft(CITY, numbers, added, reason));
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public void apply() throws IOException {
    step(
        () ->
            changes.apply(
                address.number("id"), (int) address.number("seen"), (int) address.number("moves")));
  }

  public void discard() throws IOException {
    step(() -> changes.discard(address.number("id"), (int) address.number("seen")));
  }

  private void step(Runnable step) throws IOException {
    try {
      step.run();
      address.goTo("/calendar?id=" + address.number("id"));
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public List<CalendarLine> getLines() {
    return lines;
  }

  public List<CalendarDraft> getHistory() {
    return history;
  }

  /** The draft or revision that is looked at; null: none. */
  public CalendarDraft getDraft() {
    return draft;
  }

  public boolean isDrafted() {
    return draft != null && draft.status() == CalendarDraft.Status.DRAFT;
  }

  public CalendarChanges.Preview getPreview() {
    return preview;
  }

  /** The first moves of the preview, or of the journal once it is applied. */
  public List<DueMove> getMoves() {
    if (preview != null) {
      return preview.moves().stream().limit(SHOWN).toList();
    }
    return draft != null && draft.status() == CalendarDraft.Status.APPLIED
        ? changes.journal(draft.id())
        : List.of();
  }

  public String getChangedDays() {
    return preview.changedDays().stream()
        .limit(31)
        .map(day -> words.getNotation().day(day))
        .collect(Collectors.joining(", "));
  }

  public String status(CalendarDraft one) {
    return words.of("calendar.status." + one.status());
  }

  public String moment(Instant moment) {
    return moment == null ? "" : words.getNotation().minute(moment, Notation.CITY);
  }

  /** The next year whose Tết may be proposed. */
  public int getNextYear() {
    return LocalDate.ofInstant(clock.instant(), Notation.CITY).getYear() + 1;
  }

  public String getAdded() {
    return added;
  }

  public void setAdded(String added) {
    this.added = added;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getError() {
    return error;
  }
}
