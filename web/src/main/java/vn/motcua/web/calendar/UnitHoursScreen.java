package vn.motcua.web.calendar;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.motcua.calendar.CalendarDraft;
import vn.motcua.calendar.DueMove;
import vn.motcua.calendar.HoursDraft;
import vn.motcua.calendar.StepMove;
import vn.motcua.calendar.UnitHoursChanges;
import vn.motcua.organisation.OrganisationDirectory;
import vn.motcua.organisation.UnitDetail;
import vn.motcua.organisation.UnitKind;
import vn.motcua.web.catalogue.CatalogueAddress;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** Hours of branches and other bodies, and what a change of them moves (giờ làm việc đơn vị). */
@Named("unitHours")
@RequestScoped
public class UnitHoursScreen {

  private static final int SHOWN = 200;
  private static final List<UnitKind> KINDS =
      List.of(
          UnitKind.BRANCH,
          UnitKind.POINT,
          UnitKind.COMMUNE_POINT,
          UnitKind.KIOSK,
          UnitKind.VAN,
          UnitKind.AGENT,
          UnitKind.DEPARTMENT);

  @EJB private UnitHoursChanges changes;
  @EJB private OrganisationDirectory organisation;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> typed = new HashMap<>();
  private List<HoursDraft> history = List.of();
  private HoursDraft draft;
  private UnitHoursChanges.Preview preview;
  private String error = "";

  @PostConstruct
  void read() {
    typed.put("from", address.today().plusDays(1).toString());
    // Outside of what is told on the page: who may not see it gets the status that says so.
    history = changes.history();
    try {
      long id = address.number("id");
      draft = history.stream().filter(one -> one.id() == id).findFirst().orElse(null);
      if (isDrafted()) {
        preview = changes.preview(id);
      }
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public void begin() throws IOException {
    try {
      String unit = String.valueOf(typed.get("unit"));
      address.goTo(
          "/unit-hours?id="
              + changes.draft(
                  unit.matches("\\d{1,9}") ? Integer.parseInt(unit) : 0,
                  CatalogueAddress.day(typed.get("from"), null),
                  HoursNotation.read(typed.get("hours")),
                  typed.get("reason")));
    } catch (RuntimeException thrown) {
      // It repeats what was typed, in the service's words.
      error = written(words.failure(thrown));
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
      address.goTo("/unit-hours?id=" + address.number("id"));
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public List<HoursDraft> getHistory() {
    return history;
  }

  /** The draft or entry that is looked at; null: none. */
  public HoursDraft getDraft() {
    return draft;
  }

  public boolean isDrafted() {
    return draft != null && draft.status() == CalendarDraft.Status.DRAFT;
  }

  public UnitHoursChanges.Preview getPreview() {
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

  public List<StepMove> getSteps() {
    return preview == null ? List.of() : preview.steps().stream().limit(SHOWN).toList();
  }

  /** Where hours may be drafted for; the service looks at the scope. */
  public List<UnitDetail> getUnits() {
    LocalDate today = address.today();
    return KINDS.stream().flatMap(kind -> units(kind, today)).toList();
  }

  private Stream<UnitDetail> units(UnitKind kind, LocalDate day) {
    return organisation.units(kind, day).stream();
  }

  /** Hours in one line; the city's where there are none. */
  public String hours(HoursDraft one) {
    return one.hours().isEmpty()
        ? words.of("unit-hours.city")
        : written(String.join("; ", one.hours().lines().toList()));
  }

  private String written(String hours) {
    return "vi".equals(words.locale().getLanguage()) ? HoursNotation.vietnamese(hours) : hours;
  }

  public String status(HoursDraft one) {
    return words.of("calendar.status." + one.status());
  }

  public String day(LocalDate day) {
    return words.getNotation().day(day);
  }

  public String moment(Instant moment) {
    return moment == null ? "" : words.getNotation().minute(moment, Notation.CITY);
  }

  public Map<String, String> getTyped() {
    return typed;
  }

  public String getError() {
    return error;
  }
}
