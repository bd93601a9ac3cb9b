package vn.motcua.web.papers;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import vn.motcua.papers.CustodyService;
import vn.motcua.papers.DigitisationService;
import vn.motcua.papers.PaperFailure;
import vn.motcua.papers.PaperMetadata;
import vn.motcua.papers.PaperSheet;
import vn.motcua.papers.PaperSheets;
import vn.motcua.reception.FileService;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** The papers of a dossier: scan, describe, confirm; reuse; where originals lie. */
@Named("papersPage")
@RequestScoped
public class PapersPage {

  @EJB private PaperSheets sheets;
  @EJB private DigitisationService digitisation;
  @EJB private CustodyService custody;
  @EJB private FileService files;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private PaperSheet sheet;
  private boolean searched;
  private boolean refused;
  private String error = "";

  public String getCode() {
    return given("code");
  }

  /** Null while none was asked for, and where none was found. */
  public PaperSheet getSheet() {
    if (!searched && !getCode().isEmpty()) {
      searched = true;
      try {
        sheet = sheets.of(getCode());
      } catch (RuntimeException thrown) {
        error = words.failure(thrown);
      }
    }
    return sheet;
  }

  /** Whether an original is in a state, or a press on its form is being looked at. */
  public boolean standing(PaperSheet.Line line, String state) {
    return Press.pending() || line.original().equals(state);
  }

  /** The paper whose form is open; 0 for none. */
  public long getOpen() {
    return number("paper");
  }

  /**
   * What a press on this paper has to name. The list that is shown may be the one that was read
   * before the press.
   */
  public int version(PaperSheet.Line line) {
    return getSheet().lines().stream()
        .filter(now -> now.paperId() == line.paperId())
        .findFirst()
        .orElse(line)
        .version();
  }

  /** Described just now: to be confirmed next; or what was typed of it was refused. */
  public boolean describing(PaperSheet.Line line) {
    return line.paperId() == getOpen()
        && (refused ? !ofCustody() : given("done").equals("papers.done.describe"));
  }

  /** What was typed of where its original lies was refused. */
  public boolean moving(PaperSheet.Line line) {
    return refusedOf(line) && ofCustody();
  }

  private boolean ofCustody() {
    return !given("custodyVersion").isEmpty();
  }

  private boolean refusedOf(PaperSheet.Line line) {
    return refused && line.paperId() == getOpen();
  }

  /**
   * What stands in a field: what was typed, where that was refused, else what is known.
   *
   * @param known may be null
   */
  public String entered(PaperSheet.Line line, String name, Object known) {
    if (refusedOf(line) && request.getParameter(name) != null) {
      return given(name);
    }
    return known == null ? "" : known.toString();
  }

  /** Whether it holds for ever, as typed or known. */
  public boolean endless(PaperSheet.Line line) {
    boolean typed = refusedOf(line) && request.getParameter("title") != null;
    return typed ? "true".equals(given("noTerm")) : line.metadata().noTerm();
  }

  /** Scan, if one was chosen, then the metadata, in one press. */
  public void describe() throws IOException {
    act(
        "papers.done.describe",
        () -> {
          int version = (int) number("version");
          Part scan = scan();
          if (scan != null && scan.getSize() > 0) {
            byte[] content = scan.getInputStream().readNBytes(Math.toIntExact(files.largest() + 1));
            UUID file =
                files
                    .store(sheets.of(getCode()).branchId(), scan.getSubmittedFileName(), content)
                    .id();
            digitisation.attach(getOpen(), version++, file);
          }
          digitisation.describe(getOpen(), version, metadata());
        });
  }

  public void confirm() throws IOException {
    act("papers.done.confirm", () -> digitisation.confirm(getOpen(), (int) number("version")));
  }

  public void takeFromStore() throws IOException {
    act(
        "papers.done.take-from-store",
        () ->
            digitisation.takeFromStore(
                getOpen(), (int) number("version"), given("source"), given("basis")));
  }

  public void replaceByResult() throws IOException {
    act(
        "papers.done.replace-by-result",
        () ->
            digitisation.replaceByResult(
                getOpen(), (int) number("version"), given("source"), given("basis")));
  }

  public void shelve() throws IOException {
    act(
        "papers.done.shelve",
        () -> custody.shelve(getOpen(), (int) number("custodyVersion"), given("place")));
  }

  public void giveBack() throws IOException {
    act(
        "papers.done.give-back",
        () -> custody.giveBack(getOpen(), (int) number("custodyVersion"), given("place")));
  }

  public void reportLost() throws IOException {
    act(
        "papers.done.report-lost",
        () -> custody.reportLost(getOpen(), (int) number("custodyVersion"), given("place")));
  }

  public void reportFound() throws IOException {
    act(
        "papers.done.report-found",
        () -> custody.reportFound(getOpen(), (int) number("custodyVersion"), given("place")));
  }

  /** A press that may be refused, or fail to read what was sent. */
  @FunctionalInterface
  private interface Step {
    void take() throws IOException, ServletException;
  }

  private void act(String said, Step step) throws IOException {
    try {
      step.take();
    } catch (ServletException e) {
      throw new IOException(e);
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
      refused = true;
      // A scan may have been kept before the words were refused: the sheet has moved on.
      searched = false;
      return;
    }
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(
            request.getContextPath()
                + "/papers?done="
                + said
                + "&code="
                + URLEncoder.encode(getCode(), StandardCharsets.UTF_8)
                + "&paper="
                + getOpen());
  }

  private Part scan() throws IOException, ServletException {
    return request.getContentType() != null
            && request.getContentType().startsWith("multipart/form-data")
        ? request.getPart("scan")
        : null;
  }

  private PaperMetadata metadata() {
    return new PaperMetadata(
        given("typeCode"),
        given("identifier"),
        given("holderName"),
        given("birthYear").matches("\\d{4}") ? Integer.valueOf(given("birthYear")) : null,
        day("issuedOn", "issued-on"),
        given("issuer"),
        given("title"),
        given("summary"),
        day("validUntil", "validity"),
        "true".equals(given("noTerm")),
        given("scope"));
  }

  private LocalDate day(String name, String what) {
    try {
      return given(name).isEmpty() ? null : LocalDate.parse(given(name));
    } catch (DateTimeException e) {
      throw new PaperFailure.Missing(what);
    }
  }

  private String given(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private long number(String name) {
    return given(name).matches("\\d{1,18}") ? Long.parseLong(given(name)) : 0;
  }

  public boolean isDone() {
    return !given("done").isEmpty();
  }

  /** What the press before did. */
  public String getSaid() {
    String said = given("done");
    return said.startsWith("papers.done.")
        ? words.find(said).orElseGet(() -> words.of("papers.done"))
        : words.of("papers.done");
  }

  public String fileAddress(UUID file) {
    return request.getContextPath() + "/api/v1/reception/files/" + file;
  }

  public String getError() {
    getSheet();
    return error;
  }
}
