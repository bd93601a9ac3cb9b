package vn.motcua.reception;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import vn.motcua.catalogue.CatalogueFailure;
import vn.motcua.catalogue.IntakeScopes;
import vn.motcua.catalogue.PaperList;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureComponent;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.catalogue.ProcedureFee;
import vn.motcua.catalogue.ProcedureQuestion;
import vn.motcua.catalogue.ProcedureRequirements;
import vn.motcua.dossier.Channel;
import vn.motcua.worktime.DueDate;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorktimeException;

/**
 * Looks up what the catalogue says of a visit's dossiers and finds what is wrong; writes nothing.
 */
final class Preparation {

  /** More would be a slip of the keyboard, or a programme gone wild. */
  static final int MOST_DOSSIERS = 20;

  /** The procedure is not filed by this channel. */
  static final String CHANNEL_CLOSED = "channel-closed";

  private static final int MOST_PAPERS = 100;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final ProcedureCatalogue catalogue;
  private final ProcedureRequirements requirements;
  private final ProcedureDeadlines deadlines;
  private final CompetentAgencies agencies;
  private final Connection connection;
  private final Instant at;
  private final Locale language;
  private final LocalDate day;
  private final List<Finding> findings = new ArrayList<>();
  private boolean papersElsewhere;
  private boolean filedBefore;

  Preparation(
      ProcedureCatalogue catalogue,
      ProcedureRequirements requirements,
      ProcedureDeadlines deadlines,
      Connection connection,
      Instant at,
      Locale language) {
    this.catalogue = catalogue;
    this.requirements = requirements;
    this.deadlines = deadlines;
    this.agencies = new CompetentAgencies(connection);
    this.connection = connection;
    this.at = at;
    this.language = language;
    this.day = LocalDate.ofInstant(at, ZONE);
  }

  /** The papers were handed in elsewhere, so none is asked for here. */
  Preparation withPapersElsewhere() {
    papersElsewhere = true;
    return this;
  }

  /** It was filed when its channel was open, so it is received though it may be closed by now. */
  Preparation ofFiledBefore() {
    filedBefore = true;
    return this;
  }

  List<Finding> findings() {
    return findings;
  }

  void people(IntakeRequest request) {
    for (int i = 0; i < request.owners().size(); i++) {
      findings.addAll(PersonCheck.findings(ownerPath(i), request.owners().get(i), day));
    }
    if (request.owners().isEmpty()) {
      findings.add(Finding.error("owner.fullName", "name-missing"));
    }
    if (request.submitter() != null) {
      findings.addAll(PersonCheck.findings("submitter", request.submitter(), day));
    }
    if (request.authorised() != null) {
      findings.addAll(PersonCheck.findings("authorised", request.authorised(), day));
      if (request.authorityUntil() != null && request.authorityUntil().isBefore(day)) {
        findings.add(Finding.error("authorityUntil", "authority-over"));
      }
    }
    if (request.receiver() != null) {
      findings.addAll(PersonCheck.findings("receiver", request.receiver(), day));
    }
  }

  static String ownerPath(int index) {
    return index == 0 ? "owner" : "owners." + index;
  }

  /**
   * @param branch that answers for the place of the request: the intake scope is the branch's
   */
  List<PreparedDossier> dossiers(IntakeRequest request, int branch) throws SQLException {
    if (request.dossiers().isEmpty()) {
      findings.add(Finding.error("dossiers.0.procedure", "procedure-missing"));
    } else if (request.dossiers().size() > MOST_DOSSIERS) {
      findings.add(Finding.error("dossiers.0.procedure", "dossiers-many", MOST_DOSSIERS));
      return List.of();
    }
    Integer commune = request.owners().isEmpty() ? null : request.owners().getFirst().communeId();
    List<PreparedDossier> prepared = new ArrayList<>();
    for (int i = 0; i < request.dossiers().size(); i++) {
      DossierEntry entry = request.dossiers().get(i);
      Optional<PreparedDossier> dossier =
          dossier(
              "dossiers." + i, entry, commune, request.branchId(), request.authorised() != null);
      if (dossier.isPresent()) {
        scope("dossiers." + i + ".procedure", branch, dossier.get());
        prepared.add(dossier.get());
      }
    }
    return prepared;
  }

  /** Whether this branch may receive it today, and by this channel. */
  private void scope(String path, int branch, PreparedDossier dossier) throws SQLException {
    closed(path, branch, dossier.entry(), dossier.procedure(), dossier.agency())
        .ifPresent(findings::add);
  }

  /**
   * What is said where the procedure's version (kênh nộp) or the branch's scope (phạm vi tiếp nhận)
   * has the channel closed: by which others it may be filed here; empty where it is open.
   */
  private Optional<Finding> closed(
      String path, int branch, DossierEntry entry, ProcedureDetail procedure, Agency agency)
      throws SQLException {
    vn.motcua.events.Channel wanted = channel(entry);
    boolean named = filedBefore || procedure.channels().contains(wanted);
    if (named && mayReceive(branch, agency, wanted, procedure)) {
      return Optional.empty();
    }
    List<vn.motcua.events.Channel> open = new ArrayList<>();
    for (vn.motcua.events.Channel channel : procedure.channels()) {
      if (channel != wanted && mayReceive(branch, agency, channel, procedure)) {
        open.add(channel);
      }
    }
    return Optional.of(
        open.isEmpty()
            ? Finding.error(path, "scope-closed", procedure.code())
            : Finding.error(path, CHANNEL_CLOSED, procedure.code(), wanted, open));
  }

  private boolean mayReceive(
      int branch, Agency agency, vn.motcua.events.Channel channel, ProcedureDetail procedure)
      throws SQLException {
    return IntakeScopes.mayReceive(
        connection, branch, agency.unitId(), agency.level(), channel.name(), procedure.id(), day);
  }

  /** What the catalogue says of one dossier; empty where that is not enough to receive it. */
  private Optional<PreparedDossier> dossier(
      String path, DossierEntry entry, Integer ownersCommune, Integer branch, boolean authorised)
      throws SQLException {
    Optional<ProcedureDetail> procedure = procedure(path + ".procedure", entry.procedureCode());
    if (procedure.isEmpty()) {
      return Optional.empty();
    }
    ProcedureDetail detail = procedure.get();
    if (entry.copies() < 1 || entry.copies() > 99) {
      findings.add(Finding.error(path + ".copies", "copies-number"));
    }
    Optional<Agency> agency = agency(path, entry, detail, ownersCommune);
    Optional<DueDate> due = due(path + ".procedure", entry, detail, branch);
    Optional<Integer> field =
        agency.isEmpty()
            ? Optional.empty()
            : agencies.field(detail.fieldCode(), agency.get().level());
    PaperList papers = requirements.papers(detail.id(), day);
    papers(path + ".papers", entry, papers, authorised);
    if (agency.isPresent() && field.isEmpty()) {
      findings.add(Finding.error(path + ".procedure", "field-unknown", detail.fieldCode()));
    }
    if (agency.isEmpty() || due.isEmpty() || field.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PreparedDossier(
            entry,
            detail,
            papers,
            // A ministry's own software decides it: none of our processes runs.
            detail.sourceSystem().isEmpty()
                ? requirements.process(detail.id(), day).orElse(null)
                : null,
            agency.get(),
            field.get(),
            due.get(),
            detail.fee(channel(entry)).map(ProcedureFee::amount).orElse(null)));
  }

  /** What the form shows of a dossier while it is typed; what is not known yet is left open. */
  IntakePreview preview(DossierEntry entry, Integer ownersCommune, Integer branch)
      throws SQLException {
    Optional<ProcedureDetail> procedure = procedure("dossiers.0.procedure", entry.procedureCode());
    if (procedure.isEmpty()) {
      return new IntakePreview(
          "", "", "", false, "", null, List.of(), List.of(), List.of(), null, "", findings);
    }
    ProcedureDetail detail = procedure.get();
    Optional<DueDate> due = due("dossiers.0.procedure", entry, detail, branch);
    List<Finding> shown = new ArrayList<>(findings);
    Optional<Agency> agency = agency("dossiers.0", entry, detail, ownersCommune);
    if (!detail.sourceSystem().isEmpty()) {
      shown.add(
          Finding.warning("dossiers.0.procedure", "processed-elsewhere", detail.sourceSystem()));
    }
    if (agency.isPresent() && branch != null) {
      closed("dossiers.0.procedure", branch, entry, detail, agency.get()).ifPresent(shown::add);
    }
    PaperList papers = requirements.papers(detail.id(), day);
    return new IntakePreview(
        detail.shortName().isEmpty() ? detail.name() : detail.shortName(),
        agency.map(Agency::name).orElse(""),
        requirements.delegatedTo(detail.id(), day),
        CompetentAgencies.byCommune(detail),
        detail.sourceSystem(),
        due.orElse(null),
        papers.questions(),
        papers.asked(entry.answers()),
        papers.held(entry.answers()),
        detail.fee(channel(entry)).map(ProcedureFee::amount).orElse(null),
        detail.feeNote(),
        shown);
  }

  private Optional<ProcedureDetail> procedure(String path, String code) {
    if (code.isEmpty()) {
      findings.add(Finding.error(path, "procedure-missing"));
      return Optional.empty();
    }
    try {
      return Optional.of(catalogue.find(code, day));
    } catch (CatalogueFailure.UnknownProcedure e) {
      findings.add(Finding.error(path, "procedure-unknown", code));
      return Optional.empty();
    }
  }

  private Optional<Agency> agency(
      String path, DossierEntry entry, ProcedureDetail procedure, Integer ownersCommune)
      throws SQLException {
    Optional<Agency> agency = Optional.empty();
    if (CompetentAgencies.byCommune(procedure)) {
      Integer commune = entry.communeId() == null ? ownersCommune : entry.communeId();
      agency = commune == null ? Optional.empty() : agencies.commune(commune, day);
      if (agency.isEmpty() && !CompetentAgencies.byProvince(procedure)) {
        findings.add(Finding.error("owner.communeId", "commune-missing"));
        return agency;
      }
    }
    if (agency.isEmpty() && CompetentAgencies.byProvince(procedure)) {
      agency = agencies.department(procedure.fieldCode(), day);
    }
    if (agency.isEmpty()) {
      findings.add(Finding.error(path + ".procedure", "agency-unknown", procedure.code()));
    } else if (agency.get().identifier() == null) {
      findings.add(Finding.error(path + ".procedure", "identifier-unknown", agency.get().name()));
      return Optional.empty();
    }
    return agency;
  }

  /** By the hours of the branch it came in at, where it has hours of its own. */
  private Optional<DueDate> due(
      String path, DossierEntry entry, ProcedureDetail procedure, Integer branch) {
    try {
      return Optional.of(
          deadlines.dueDate(
              procedure,
              new DueDateQuestion(
                  null,
                  null,
                  DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZONE)),
                  channel(entry).name(),
                  null,
                  language,
                  branch)));
    } catch (CatalogueFailure.LimitUnknown e) {
      findings.add(Finding.error(path, "limit-unknown", procedure.code()));
    } catch (WorktimeException e) {
      findings.add(Finding.error(path, "due-unknown", procedure.code()));
    }
    return Optional.empty();
  }

  /** What no limit or fee of its own is known for counts as filed directly. */
  private static vn.motcua.events.Channel channel(DossierEntry entry) {
    return entry.channel() == Channel.OTHER
        ? vn.motcua.events.Channel.DIRECT
        : vn.motcua.events.Channel.valueOf(entry.channel().name());
  }

  private void papers(String path, DossierEntry entry, PaperList list, boolean authorised) {
    if (entry.papers().size() > MOST_PAPERS) {
      findings.add(Finding.error(path, "papers-many", MOST_PAPERS));
      return;
    }
    Set<String> known = new HashSet<>();
    list.components().forEach(component -> known.add(component.code()));
    Set<String> marked = new HashSet<>();
    for (PaperEntry paper : entry.papers()) {
      boolean listed = !paper.component().isEmpty();
      if (listed && !known.contains(paper.component())) {
        findings.add(Finding.error(path, "component-unknown", paper.component()));
      } else if (listed && !marked.add(paper.component())) {
        findings.add(Finding.error(path + "." + paper.component(), "component-twice"));
      } else if (!listed && paper.name().isEmpty()) {
        findings.add(Finding.error(path, "paper-name-missing"));
      }
      if (Math.min(paper.originals(), Math.min(paper.certified(), paper.copies())) < 0
          || Math.max(paper.originals(), Math.max(paper.certified(), paper.copies())) > 999) {
        findings.add(Finding.error(path, "paper-count"));
      }
    }
    for (ProcedureComponent component : list.asked(entry.answers())) {
      if (component.required() && !papersElsewhere && !marked.contains(component.code())) {
        findings.add(
            Finding.error(path + "." + component.code(), "component-missing", component.name()));
      }
    }
    boolean asks =
        list.questions().stream()
            .anyMatch(question -> question.code().equals(ProcedureQuestion.AUTHORISED));
    if (authorised && asks && !entry.answers().getOrDefault(ProcedureQuestion.AUTHORISED, false)) {
      findings.add(Finding.error(path.replace(".papers", ".questions"), "authority-unanswered"));
    }
  }
}
