package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import vn.motcua.processing.Reminders;
import vn.motcua.processing.Seen;
import vn.motcua.processing.Worklist;
import vn.motcua.processing.WorklistBatch;
import vn.motcua.processing.WorklistChoices;
import vn.motcua.processing.WorklistCounts;
import vn.motcua.processing.WorklistFilter.Show;
import vn.motcua.processing.WorklistLine;
import vn.motcua.processing.WorklistPage;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** What is to be done now (việc của tôi). All of its state is in the address. */
@Named("worklist")
@RequestScoped
public class WorklistScreen {

  private static final int LINES = 50;

  @EJB private Worklist worklist;
  @EJB private WorklistBatch batch;
  @EJB private Reminders reminders;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private WorklistAddress address;
  private WorklistPage page;
  private WorklistCounts counts;
  private WorklistChoices choices;
  private List<Reminders.Reminder> told;
  private final List<String> errors = new ArrayList<>();

  /** A whole code, as from a scanner, leads to its dossier at once. */
  public void arrive() throws IOException {
    String text = getAddress().filter().text();
    FacesContext faces = FacesContext.getCurrentInstance();
    if (faces.isPostback() || text.length() < 10) {
      return;
    }
    var code = worklist.exactCode(text, getAddress().filter().dataset());
    if (code.isPresent()) {
      faces.getExternalContext().redirect(getAddress().toDossier(code.get()));
    }
  }

  /** Passes the marked dossiers on, one after the other; what was refused is told by code. */
  public void passOn() throws IOException {
    each(lines -> batch.complete(lines, words.locale()));
  }

  /** The caller takes the marked dossiers. */
  public void takeAll() throws IOException {
    each(lines -> batch.take(lines, words.locale()));
  }

  private void each(Function<List<Seen>, List<WorklistBatch.Verdict>> deed) throws IOException {
    String[] picked = request.getParameterValues("pick");
    List<Seen> lines =
        picked == null ? List.of() : Arrays.stream(picked).map(SeenText::read).toList();
    List<WorklistBatch.Verdict> verdicts;
    try {
      verdicts = deed.apply(lines);
    } catch (RuntimeException refused) {
      errors.add(words.failure(refused));
      return;
    }
    verdicts.stream()
        .filter(verdict -> !verdict.done())
        .forEach(verdict -> errors.add(verdict.message()));
    if (errors.isEmpty()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(getAddress().passed(verdicts.size()));
    }
  }

  /** What nobody may forget, in the bodies of the caller. */
  public List<Reminders.Reminder> getReminders() {
    if (told == null) {
      told = reminders.list(getAddress().filter().dataset());
    }
    return told;
  }

  public WorklistAddress getAddress() {
    if (address == null) {
      address = WorklistAddress.of(request);
    }
    return address;
  }

  /** Whether the table is shown; a press is looked at even where its lines are gone by now. */
  public boolean isShown() {
    return Press.pending() || !getLines().isEmpty();
  }

  public List<WorklistLine> getLines() {
    return page().lines();
  }

  /** The address of the next page, null on the last. */
  public String getNext() {
    String next = page().next();
    return next == null ? null : getAddress().after(next);
  }

  public List<Tab> getTabs() {
    if (counts == null) {
      counts = worklist.counts(getAddress().filter());
    }
    return Arrays.stream(Show.values())
        .map(
            show ->
                new Tab(
                    words.of("worklist.show." + show.name()),
                    words.getNotation().count(counts.of(show)),
                    getAddress().showing(show),
                    show == getAddress().filter().show(),
                    show == Show.OVERDUE && counts.overdue() > 0))
        .toList();
  }

  public WorklistChoices getChoices() {
    if (choices == null) {
      choices = worklist.choices(getAddress().filter());
    }
    return choices;
  }

  /** The marks that were set when something was refused. */
  public boolean picked(WorklistLine line) {
    String[] picked = request.getParameterValues("pick");
    return picked != null && Arrays.asList(picked).contains(SeenText.write(line.seen()));
  }

  public String mark(WorklistLine line) {
    return SeenText.write(line.seen());
  }

  /** How many were passed on by the press before; empty where none was. */
  public String getPassed() {
    String passed = request.getParameter("passed");
    return passed != null && passed.matches("\\d{1,4}")
        ? words.of("worklist.passed", Integer.valueOf(passed))
        : "";
  }

  public List<String> getErrors() {
    return errors;
  }

  private WorklistPage page() {
    if (page == null) {
      page = worklist.page(getAddress().filter(), request.getParameter("after"), LINES);
    }
    return page;
  }

  /** A tab with its count. */
  public record Tab(String label, String count, String address, boolean here, boolean alarming) {}
}
