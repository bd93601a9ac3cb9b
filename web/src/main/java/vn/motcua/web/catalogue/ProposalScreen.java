package vn.motcua.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.catalogue.CatalogueFailure;
import vn.motcua.catalogue.CatalogueProposals;
import vn.motcua.catalogue.ProcedureSheet;
import vn.motcua.catalogue.ProcedureVersions;
import vn.motcua.catalogue.ProcessSheet;
import vn.motcua.catalogue.ProcessVersions;
import vn.motcua.catalogue.Proposal;
import vn.motcua.failure.CodedFailure;
import vn.motcua.web.layout.Press;
import vn.motcua.web.layout.Words;

/** Writes a proposal, or decides on one (đề nghị, phê duyệt phiên bản). */
@Named("proposalScreen")
@RequestScoped
public class ProposalScreen {

  @EJB private CatalogueProposals proposals;
  @EJB private ProcedureVersions versions;
  @EJB private ProcessVersions processes;
  @Inject private CatalogueAddress address;
  @Inject private Words words;

  private final Map<String, String> cells = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private String from;
  private String reason;
  private String decision;
  private Proposal proposal;
  private String problem = "";

  @PostConstruct
  void begin() {
    from = address.today().plusDays(1).toString();
  }

  /** A form begins with what holds today; a proposal shows what it says. */
  public void check() {
    try {
      if (getId() > 0) {
        getProposal();
      } else {
        proposals.list();
        if (errors.isEmpty() && cells.isEmpty()) {
          fill();
        }
      }
    } catch (RuntimeException thrown) {
      CodedFailure failure = Words.coded(thrown).orElseThrow(() -> thrown);
      if (failure.httpStatus() == 403) {
        throw thrown;
      }
      problem = failure.message(words.locale());
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(failure.httpStatus());
    }
  }

  private void fill() {
    if (isProcess()) {
      cells.putAll(processes.sheet(getCode()).cells());
    } else if (getCode().isEmpty()) {
      cells.putAll(new ProcedureSheet(Map.of("channels", "DIRECT, ONLINE, POST")).cells());
    } else {
      cells.putAll(versions.sheet(getCode(), address.today()).cells());
    }
  }

  public void send() throws IOException {
    try {
      LocalDate day = CatalogueAddress.day(from, null);
      long id =
          isProcess()
              ? proposals.propose(new ProcessSheet(cells), day, reason)
              : proposals.propose(new ProcedureSheet(cells), day, reason);
      address.goTo("/proposal?id=" + id);
    } catch (RuntimeException thrown) {
      explain(thrown);
    }
  }

  public void approve() throws IOException {
    decide(() -> proposals.approve(getId(), seen(), decision));
  }

  public void reject() throws IOException {
    decide(() -> proposals.reject(getId(), seen(), decision));
  }

  public void withdraw() throws IOException {
    decide(() -> proposals.withdraw(getId(), seen()));
  }

  private void decide(Runnable step) throws IOException {
    try {
      step.run();
      address.goTo("/proposal?id=" + getId());
    } catch (RuntimeException thrown) {
      explain(thrown);
    }
  }

  private void explain(RuntimeException thrown) {
    CodedFailure failure = Words.coded(thrown).orElse(null);
    if (failure instanceof CatalogueFailure.SheetWrong wrong && !wrong.problems().isEmpty()) {
      wrong
          .problems()
          .forEach(
              one ->
                  errors.add(
                      words.of((isProcess() ? "process.column." : "sheet.column.") + one.column())
                          + ": "
                          + one.message(words.locale())));
    } else {
      errors.add(words.failure(thrown));
    }
  }

  private int seen() {
    return (int) address.number("seen");
  }

  public long getId() {
    return address.number("id");
  }

  /** The proposal that is looked at; null while one is written. */
  public Proposal getProposal() {
    if (proposal == null && getId() > 0 && problem.isEmpty()) {
      proposal = proposals.find(getId());
    }
    return proposal;
  }

  public String getProblem() {
    return problem;
  }

  public boolean isWaiting() {
    return getProposal() != null
        && (Press.pending() || proposal.status() == Proposal.Status.PROPOSED);
  }

  public String getCode() {
    return getProposal() == null ? address.text("code") : proposal.procedureCode();
  }

  public boolean isProcess() {
    return getProposal() == null
        ? "process".equals(address.text("kind"))
        : proposal.kind() == Proposal.Kind.PROCESS;
  }

  public String getKind() {
    return isProcess() ? "process" : "procedure";
  }

  /** What is proposed, its differences from what holds today marked. */
  public SheetView getSheet() {
    ProcedureSheet present;
    try {
      present = versions.sheet(getCode(), address.today());
    } catch (CatalogueFailure.UnknownProcedure e) {
      present = null;
    }
    return new SheetView(new ProcedureSheet(proposal.cells()), present, versions.names(), words);
  }

  /** The proposed process as it would be. */
  public ProcessView getProcessView() {
    return new ProcessView(ProcessVersions.preview(new ProcessSheet(proposal.cells())), words);
  }

  /** What the proposed process saves against the newest one. */
  public String getSaved() {
    return processes.versions(getCode()).stream()
        .findFirst()
        .map(getProcessView()::savedAgainst)
        .orElse("");
  }

  public List<String> getColumns() {
    return isProcess() ? ProcessSheet.COLUMNS : ProcedureSheet.COLUMNS;
  }

  public String label(String column) {
    return words.of((isProcess() ? "process.column." : "sheet.column.") + column);
  }

  /** How a list is written; empty for a single text. */
  public String hint(String column) {
    if (isProcess()) {
      return column.equals("steps") || column.equals("branches")
          ? words.of("process.hint." + column)
          : "";
    }
    return ProcedureSheet.LISTS.contains(column)
        ? words.of("sheet.hint." + column)
        : switch (column) {
          case "levels", "channels", "online_level", "limit_basis", "fee_basis" ->
              words.of("sheet.hint." + column);
          default -> "";
        };
  }

  public boolean isLong(String column) {
    return ProcedureSheet.LISTS.contains(column)
        || column.equals("steps")
        || column.equals("branches");
  }

  public Map<String, String> getCells() {
    return cells;
  }

  public List<String> getErrors() {
    return errors;
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

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }
}
