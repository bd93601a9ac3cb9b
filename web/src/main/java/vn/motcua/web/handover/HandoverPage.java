package vn.motcua.web.handover;

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
import vn.motcua.handover.LineReceipt;
import vn.motcua.handover.LineVerdict;
import vn.motcua.handover.SlipGathering;
import vn.motcua.handover.SlipKind;
import vn.motcua.handover.SlipLists;
import vn.motcua.handover.SlipPage;
import vn.motcua.handover.SlipQuestion;
import vn.motcua.handover.SlipService;
import vn.motcua.handover.SlipState;
import vn.motcua.handover.SlipView;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** Hand-over slips: what waits, scanning, sending, receiving line by line (bàn giao). */
@Named("handover")
@RequestScoped
public class HandoverPage {

  @EJB private SlipService slips;
  @EJB private SlipLists lists;
  @EJB private SlipGathering gathering;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private SlipView slip;
  private boolean searched;
  private String error = "";
  private List<SlipLists.Body> own;
  private List<SlipLists.Body> all;
  private SlipPage<SlipView.Summary> list;
  private SlipPage<SlipView.Pending> pending;

  /** Null while none was asked for, and where none was found. */
  public SlipView getSlip() {
    if (!searched && number("slip") != 0) {
      searched = true;
      try {
        slip = slips.find(number("slip"));
      } catch (RuntimeException thrown) {
        error = words.failure(thrown);
      }
    }
    return slip;
  }

  public List<SlipLists.Body> getOwn() {
    if (own == null) {
      own = lists.ownBodies();
    }
    return own;
  }

  public List<SlipLists.Body> getAll() {
    if (all == null) {
      all = lists.allBodies();
    }
    return all;
  }

  public SlipPage<SlipView.Summary> getList() {
    if (list == null) {
      list = lists.slips(asked("slips"));
    }
    return list;
  }

  public SlipPage<SlipView.Pending> getPending() {
    if (pending == null) {
      pending = lists.pending(asked("pending"));
    }
    return pending;
  }

  /**
   * @param page name of the list's mark in the address
   */
  private SlipQuestion asked(String page) {
    return new SlipQuestion(
        getBody(),
        Arrays.stream(SlipQuestion.Direction.values())
            .filter(one -> one.name().equals(getDirection()))
            .findFirst()
            .orElse(null),
        given(page).isEmpty() ? null : given(page));
  }

  /** The other side that the lists show; 0: whichever. */
  public int getBody() {
    return given("body").matches("\\d{1,9}") ? Integer.parseInt(given("body")) : 0;
  }

  /** Whether the lists show only this body. */
  public boolean chosen(int body) {
    return getBody() == body;
  }

  /** OUT, IN, or empty for both. */
  public String getDirection() {
    return given("direction").matches("OUT|IN") ? given("direction") : "";
  }

  /** Whether a list is read beyond its first page. */
  public boolean isFurther() {
    return !given("pending").isEmpty() || !given("slips").isEmpty();
  }

  /** Whether the list to choose from is shown; a press is looked at even where it is empty now. */
  public boolean isGathering() {
    return Press.pending() || !getPending().lines().isEmpty();
  }

  private boolean mine(int unit) {
    return getOwn().stream().anyMatch(body -> body.id() == unit);
  }

  public boolean isScanning() {
    return Press.pending()
        || getSlip() != null && slip.state() == SlipState.OPEN && mine(slip.fromUnit());
  }

  public boolean isReceiving() {
    return Press.pending()
        || getSlip() != null && slip.state() == SlipState.SENT && mine(slip.toUnit());
  }

  public void open() throws IOException {
    act(
        () ->
            slips.open(
                (int) number("from"),
                (int) number("to"),
                "RESULTS".equals(given("kind")) ? SlipKind.RESULTS : SlipKind.PAPERS));
  }

  /** The marked dossiers onto slips: to the one slip, or back to the list where there are more. */
  public void gather() throws IOException {
    String[] picked = request.getParameterValues("pick");
    List<Long> gathered;
    try {
      gathered = gathering.gather(picked == null ? List.of() : List.of(picked));
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    String next =
        gathered.size() == 1 ? "slip=" + gathered.getFirst() : "gathered=" + gathered.size();
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(request.getContextPath() + "/handover?" + next);
  }

  /** The marks that were set when something was refused. */
  public boolean picked(String code) {
    String[] picked = request.getParameterValues("pick");
    return picked != null && Arrays.asList(picked).contains(code);
  }

  /** What gathering has done, where it made more slips than one; empty where it did nothing. */
  public String getDone() {
    return error.isEmpty() && given("gathered").matches("\\d{1,4}")
        ? words.of("handover.gathered", Integer.valueOf(given("gathered")))
        : "";
  }

  public void scan() throws IOException {
    act(
        () -> {
          slips.scan(number("slip"), given("scanned"));
          return number("slip");
        });
  }

  public void remove() throws IOException {
    act(
        () -> {
          slips.remove(number("slip"), given("scanned"));
          return number("slip");
        });
  }

  public void send() throws IOException {
    act(
        () -> {
          slips.send(number("slip"));
          return number("slip");
        });
  }

  /** Each line's verdict and note, and the codes beyond the slip. */
  public void receive() throws IOException {
    act(
        () -> {
          List<LineReceipt> receipts = new ArrayList<>();
          for (SlipView.Line line : slips.find(number("slip")).lines()) {
            receipts.add(
                new LineReceipt(
                    line.code(),
                    verdict(given("verdict-" + line.code())),
                    given("note-" + line.code())));
          }
          given("extra")
              .lines()
              .map(String::strip)
              .filter(code -> !code.isEmpty())
              .forEach(code -> receipts.add(new LineReceipt(code, LineVerdict.RECEIVED, "")));
          slips.receive(number("slip"), (int) number("version"), receipts);
          return number("slip");
        });
  }

  private static LineVerdict verdict(String name) {
    return Arrays.stream(LineVerdict.values())
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(LineVerdict.RECEIVED);
  }

  /** A press, answering the slip to show next. */
  @FunctionalInterface
  private interface Step {
    long take();
  }

  private void act(Step step) throws IOException {
    long next;
    try {
      next = step.take();
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(request.getContextPath() + "/handover?slip=" + next);
  }

  private String given(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private long number(String name) {
    return given(name).matches("\\d{1,18}") ? Long.parseLong(given(name)) : 0;
  }

  public String getPrintAddress() {
    return request.getContextPath() + "/api/v1/handover-slips/" + number("slip") + ".pdf";
  }

  public String getError() {
    getSlip();
    return error;
  }
}
