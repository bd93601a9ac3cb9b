package vn.motcua.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.motcua.catalogue.CatalogueExchange;
import vn.motcua.catalogue.CatalogueProposals;
import vn.motcua.catalogue.ImportedLine;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** A file of procedures, line by line with its verdict (nhập danh mục). */
@Named("catalogueImport")
@RequestScoped
public class CatalogueImportScreen {

  private static final int LARGEST = 10 * 1024 * 1024 + 1;

  @EJB private CatalogueExchange exchange;
  @EJB private CatalogueProposals proposals;
  @Inject private CatalogueAddress address;
  @Inject private Words words;
  @Inject private HttpServletRequest request;

  private Part file;
  private String from;
  private String reason;
  private String error = "";
  private CatalogueExchange.Import shown;

  @PostConstruct
  void begin() {
    from = address.today().plusDays(1).toString();
    if (address.number("id") > 0) {
      shown = exchange.find(address.number("id"));
    } else {
      proposals.list();
    }
  }

  public void read() throws IOException {
    if (file == null) {
      error = words.of("exchange.no-file");
      return;
    }
    try (InputStream content = file.getInputStream()) {
      String name = file.getSubmittedFileName();
      long id = exchange.read(name == null ? "" : name, content.readNBytes(LARGEST));
      address.goTo("/catalogue-import?id=" + id);
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public void take() throws IOException {
    try {
      String[] ticks = request.getParameterValues("tick");
      Set<Integer> ticked =
          ticks == null
              ? Set.of()
              : Arrays.stream(ticks)
                  .filter(tick -> tick.matches("\\d{1,6}"))
                  .map(Integer::valueOf)
                  .collect(Collectors.toSet());
      exchange.take(
          shown.id(),
          (int) address.number("seen"),
          ticked,
          CatalogueAddress.day(from, null),
          reason);
      address.goTo("/catalogue-import?id=" + shown.id());
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  public void approve() throws IOException {
    try {
      proposals.approveImport(shown.id(), reason);
      address.goTo("/proposals");
    } catch (RuntimeException thrown) {
      error = words.failure(thrown);
    }
  }

  /** The file that was read; null before. */
  public CatalogueExchange.Import getShown() {
    return shown;
  }

  public boolean isTakeable() {
    return shown != null && (Press.pending() || "READ".equals(shown.status()));
  }

  /** What was taken may be approved, by somebody else. */
  public boolean isApprovable() {
    return shown != null && (Press.pending() || "TAKEN".equals(shown.status()));
  }

  /** Lines that say something: those that change nothing are counted only. */
  public List<ImportedLine> getLines() {
    return shown.lines().stream()
        .filter(line -> line.verdict() != ImportedLine.Verdict.SAME)
        .limit(1_000)
        .toList();
  }

  public boolean needsTick(ImportedLine line) {
    return line.verdict() == ImportedLine.Verdict.WRONG
        || line.verdict() == ImportedLine.Verdict.DOUBTFUL;
  }

  public String getCounts() {
    return Arrays.stream(ImportedLine.Verdict.values())
        .map(
            verdict ->
                words.of("exchange.verdict." + verdict)
                    + ": "
                    + words.getNotation().count(shown.count(verdict)))
        .collect(Collectors.joining(" · "));
  }

  public String verdict(ImportedLine line) {
    return words.of("exchange.verdict." + line.verdict());
  }

  /** Good, bad or waiting. */
  public String colour(ImportedLine line) {
    return switch (line.verdict()) {
      case WRONG -> "bad";
      case DOUBTFUL -> "waiting";
      default -> "good";
    };
  }

  public String changed(ImportedLine line) {
    return line.changed().stream()
        .map(column -> words.of("sheet.column." + column))
        .collect(Collectors.joining(", "));
  }

  public List<String> problems(ImportedLine line) {
    return line.problems().stream()
        .map(one -> words.of("sheet.column." + one.column()) + ": " + one.message(words.locale()))
        .toList();
  }

  public String getError() {
    return error;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
