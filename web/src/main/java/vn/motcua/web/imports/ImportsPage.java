package vn.motcua.web.imports;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.eventlog.EventLogImportService;
import vn.motcua.eventlog.Submission;
import vn.motcua.eventlog.failure.InvalidMapping;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.SignedIn;
import vn.motcua.web.layout.Words;

/** Hands a log over to the importer and shows all imports (nhập nhật ký sự kiện). */
@Named
@RequestScoped
public class ImportsPage {

  private static final int PAGE = 20;

  @EJB private EventLogImportService imports;
  @Inject private ImportLines lines;
  @Inject private SignedIn signedIn;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private Part file;
  private String mapping;
  private final List<String> fileErrors = new ArrayList<>();
  private final List<String> mappingErrors = new ArrayList<>();
  private ImportLine earlier;
  private List<ImportLine> shown;

  /** Hands the log over, and goes on to its import; or says what is wrong beside the field. */
  public void submit() throws IOException {
    if (file == null
        || file.getSubmittedFileName() == null
        || file.getSubmittedFileName().isBlank()) {
      fileErrors.add(words.of("imports.file.absent"));
    }
    if (mapping == null) {
      mappingErrors.add(words.of("imports.mapping.absent"));
    }
    if (isWrong()) {
      return;
    }
    try (InputStream log = file.getInputStream()) {
      Submission submission =
          imports.submit(log, file.getSubmittedFileName(), mapping, signedIn.getLogin());
      if (submission.isNew()) {
        goTo(request, submission.eventLogImport().id());
      } else {
        earlier = lines.of(submission.eventLogImport());
      }
    } catch (RuntimeException thrown) {
      explain(thrown);
    }
  }

  private void explain(RuntimeException thrown) {
    CodedFailure failure = Words.coded(thrown).orElse(null);
    if (failure instanceof InvalidMapping invalid) {
      invalid.errors().forEach(error -> mappingErrors.add(error.message(words.locale())));
    } else {
      fileErrors.add(words.failure(thrown));
    }
  }

  /** The address of one import. */
  static void goTo(HttpServletRequest request, long id) throws IOException {
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(request.getContextPath() + "/import?id=" + id);
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getMapping() {
    return mapping;
  }

  public void setMapping(String mapping) {
    this.mapping = mapping;
  }

  public boolean isWrong() {
    return !fileErrors.isEmpty() || !mappingErrors.isEmpty();
  }

  public List<String> getFileErrors() {
    return fileErrors;
  }

  public List<String> getMappingErrors() {
    return mappingErrors;
  }

  public String getErrorCount() {
    return words.of("imports.errors", fileErrors.size() + mappingErrors.size());
  }

  /** The import that took the same content before; null unless that was so. */
  public ImportLine getEarlier() {
    return earlier;
  }

  /** The newest first, a page of them. */
  public List<ImportLine> getLines() {
    if (shown == null) {
      shown = lines.of(imports.list(before(), PAGE));
    }
    return shown;
  }

  /** Whether any import on the page goes on. */
  public boolean isRunning() {
    return getLines().stream().anyMatch(ImportLine::running);
  }

  /** The number below which the next page begins; null on the last page. */
  public Long getOlder() {
    return getLines().size() < PAGE ? null : getLines().getLast().id();
  }

  public boolean isFirstPage() {
    return before() == Long.MAX_VALUE;
  }

  private long before() {
    String before = request.getParameter("before");
    return before != null && before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
  }
}
