package vn.motcua.web.processing;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.ministry.ExternalCodes;
import vn.motcua.ministry.ReportedStatus;
import vn.motcua.ministry.StatusDoor;
import vn.motcua.processing.StatusMeaning;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/**
 * What a clerk writes down of a dossier that a ministry's own software processes: its number there
 * and the statuses that were read there (theo dõi trên phần mềm của bộ, ngành), from the dossier's
 * page. Afterwards the page is asked for again, so that reloading does nothing twice.
 */
@Named("ministryStatus")
@RequestScoped
public class MinistryStatus {

  @EJB private StatusDoor door;
  @EJB private ExternalCodes codes;
  @Inject private DossierPage page;
  @Inject private Words words;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private final Map<String, String> typed = new HashMap<>();
  private String error = "";

  public void link() throws IOException {
    try {
      codes.link(page.getCode(), typed("externalCode"));
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    again("LINKED");
  }

  public void enter() throws IOException {
    String verdict;
    try {
      StatusMeaning meaning = meaning();
      String word = typed("word");
      verdict =
          door.enter(
                  page.getCode(),
                  meaning,
                  new ReportedStatus(
                      null,
                      word.isBlank() && meaning != null
                          ? words.of("ministry.meaning." + meaning)
                          : word,
                      moment(),
                      typed("note"),
                      List.of(typed("items").split("\\R")),
                      typed("number"),
                      day(),
                      typed("signer")))
              .verdict()
              .name();
    } catch (RuntimeException refused) {
      error = words.failure(refused);
      return;
    }
    again(verdict);
  }

  private void again(String done) throws IOException {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/dossier?code="
                + URLEncoder.encode(page.getCode(), StandardCharsets.UTF_8)
                + "&status="
                + done);
  }

  /** What the press before has done; empty where there was none. */
  public String getDone() {
    String done = request.getParameter("status");
    return error.isEmpty() && done != null && done.matches("LINKED|APPLIED|WAITING|TOO_LATE")
        ? words.of("ministry.done." + done)
        : "";
  }

  public List<StatusMeaning> getMeanings() {
    return List.of(StatusMeaning.values());
  }

  /** Now, as the field of a moment has it, in the city. */
  public String getNow() {
    return LocalDateTime.ofInstant(clock.instant(), Notation.CITY)
        .truncatedTo(ChronoUnit.MINUTES)
        .toString();
  }

  private StatusMeaning meaning() {
    String named = typed("meaning");
    return getMeanings().stream().filter(one -> one.name().equals(named)).findFirst().orElse(null);
  }

  /**
   * The field knows minutes only: the present one means now, so that what has just been received is
   * not before its receipt. Null where it is none: the service says so.
   */
  private Instant moment() {
    try {
      Instant told = LocalDateTime.parse(typed("at")).atZone(Notation.CITY).toInstant();
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      return told.equals(now.truncatedTo(ChronoUnit.MINUTES)) ? now : told;
    } catch (DateTimeException none) {
      return null;
    }
  }

  private LocalDate day() {
    try {
      return typed("signedOn").isBlank() ? null : LocalDate.parse(typed("signedOn"));
    } catch (DateTimeException none) {
      return null;
    }
  }

  private String typed(String name) {
    String text = typed.get(name);
    String given = text == null ? request.getParameter(name) : text;
    return given == null ? "" : given;
  }

  /** What was typed into the fields. */
  public Map<String, String> getTyped() {
    return typed;
  }

  /** Why it was refused, empty where it was not. */
  public String getError() {
    return error;
  }
}
