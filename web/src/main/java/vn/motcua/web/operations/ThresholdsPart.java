package vn.motcua.web.operations;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.deadlines.Threshold;
import vn.motcua.deadlines.ThresholdChange;
import vn.motcua.deadlines.ThresholdTable;
import vn.motcua.deadlines.Thresholds;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.PressedPage;

/** The thresholds on the page of operations: what holds, what is set for later, who moved what. */
@Named("thresholds")
@RequestScoped
public class ThresholdsPart extends PressedPage {

  @EJB private Thresholds service;
  @Inject private InstantSource clock;

  private List<Threshold> list;
  private List<ThresholdChange> journal;

  public List<Threshold> getList() {
    if (list == null) {
      list = service.list();
    }
    return list;
  }

  public List<ThresholdChange> getJournal() {
    if (journal == null) {
      journal = service.journal();
    }
    return journal;
  }

  /** The one that the address or the form names; null: none. */
  public Threshold getChosen() {
    ThresholdTable table = one(ThresholdTable.class, "table");
    return getList().stream()
        .filter(one -> one.table() == table)
        .filter(one -> one.kind().equals(given("kind")) && one.part().equals(given("part")))
        .findFirst()
        .orElse(null);
  }

  public void change() {
    Long typed = amount("value");
    press(
        () ->
            service.change(
                one(ThresholdTable.class, "table"),
                given("kind"),
                given("part"),
                typed == null ? null : Integer.valueOf(whole("value")),
                date("from"),
                given("basis")),
        "/operations?done=true");
  }

  /** For one procedure alone. */
  public void changeFor() {
    Long typed = amount("value");
    press(
        () ->
            service.changeFor(
                given("procedure"),
                given("kind"),
                typed == null ? null : Integer.valueOf(whole("value")),
                date("from"),
                given("basis")),
        "/operations?done=true");
  }

  /** Whether the chosen one is a procedure's own, which may end. */
  public boolean isEnding() {
    Threshold chosen = getChosen();
    return chosen != null && !chosen.procedure().isEmpty();
  }

  /** The procedure's own; from that day on the general one holds. */
  public void end() {
    press(
        () -> service.endFor(given("procedure"), given("kind"), date("from"), given("basis")),
        "/operations?done=true");
  }

  /** What was typed; else what holds. */
  public String getValue() {
    return given("value").isEmpty() ? String.valueOf(getChosen().value()) : given("value");
  }

  /** What was typed; else tomorrow. */
  public String getFrom() {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), Notation.CITY).plusDays(1);
    return given("from").isEmpty() ? tomorrow.toString() : given("from");
  }

  public String kind(String kind) {
    return words().of("operations.threshold.kind." + kind);
  }

  /** Who is told, how loaded it is, or whose procedure it is. */
  public String whose(String part, String procedure) {
    return procedure.isEmpty() ? words().of("operations.threshold.part." + part) : procedure;
  }

  /** With its unit. */
  public String value(ThresholdTable table, String kind, int value) {
    boolean counted = table == ThresholdTable.OVERLOAD && !"WAITING".equals(kind);
    return words()
        .of(
            counted ? "operations.threshold.each-counter" : "operations.threshold.minutes",
            words().getNotation().count(value));
  }

  /** A first day without a beginning is none to show. */
  public String from(LocalDate day) {
    return day.getYear() < 1900 ? "–" : day(day);
  }

  public String address(Threshold one) {
    return "/operations?table=%s&kind=%s&part=%s#change"
        .formatted(one.table(), encoded(one.kind()), encoded(one.part()));
  }
}
