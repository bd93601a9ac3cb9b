package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import vn.motcua.catalogue.InternalStep;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDeadlines;
import vn.motcua.catalogue.ProcedureRequirements;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dossier.Baseline;
import vn.motcua.dossier.DossierService;
import vn.motcua.dossier.NewDossier;
import vn.motcua.steps.StepCompanions;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;
import vn.motcua.worktime.WorkingCalendar;
import vn.motcua.worktime.WorkingTime;

/**
 * Writes a visit with all its dossiers in one transaction, or nothing. For other services only: it
 * asks nobody whether the caller may. The counter's door is {@link IntakeService}.
 *
 * <p>Locks in this order: the request, numbers of other software, the persons by their numbers, the
 * counters of codes by their identifiers, the branch's counter of receipts.
 */
@Stateless
public class IntakeRecorder {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** What is kept and printed is official. */
  private static final Locale VIETNAMESE = Locale.of("vi");

  /** Where a procedure has no process: what is done at once, and the one step that is left. */
  private static final InternalStep RECEIVING =
      new InternalStep(1, "Tiếp nhận hồ sơ", "Receive", true, "CLERK", 0, "Đã tiếp nhận");

  private static final InternalStep DECIDING =
      new InternalStep(2, "Giải quyết hồ sơ", "Decide", false, "OFFICER", 0, "Đang giải quyết");

  /** Where a ministry's own software decides: the branch looks after what becomes of it. */
  static final InternalStep FOLLOWING =
      new InternalStep(
          2,
          "Theo dõi trên phần mềm của bộ, ngành",
          "Follow in the ministry's software",
          true,
          "CLERK",
          0,
          "Đang được giải quyết trên phần mềm của bộ, ngành");

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DossierService dossiers;
  @EJB private ProcedureCatalogue catalogue;
  @EJB private ProcedureRequirements requirements;
  @EJB private ProcedureDeadlines deadlines;
  @Inject private BundledCalendars calendars;
  @Inject private PublicTokens tokens;

  public IntakeRecorder() {}

  /** For use without a container. */
  public IntakeRecorder(
      DataSource database,
      DossierService dossiers,
      ProcedureDeadlines deadlines,
      BundledCalendars calendars,
      PublicTokens tokens) {
    this.database = database;
    this.dossiers = dossiers;
    this.catalogue = new ProcedureCatalogue(database);
    this.requirements = new ProcedureRequirements(database);
    this.deadlines = deadlines;
    this.calendars = calendars;
    this.tokens = tokens;
  }

  /**
   * Receives a visit at a given moment. The same request again, also at the same time from another
   * place, is answered with the visit that it became.
   *
   * @param occasion its moment is cut to milliseconds
   * @throws IntakeFailure.Refused with everything that is wrong; nothing was written
   */
  public IntakeResult receiveAt(Occasion occasion, IntakeRequest request) {
    return receiveAt(occasion, request, List.of());
  }

  /**
   * The same with codes that were reserved before, for what was received without the system.
   *
   * @param reserved one per dossier, in their order, each of the agency that decides; empty: new
   *     codes are given out
   */
  public IntakeResult receiveAt(Occasion occasion, IntakeRequest request, List<String> reserved) {
    return receiveAt(occasion, request, new Given(reserved, null, false));
  }

  /** The same of what was filed before, by a channel that was open then. */
  public IntakeResult acceptAt(Occasion occasion, IntakeRequest request) {
    return receiveAt(occasion, request, new Given(List.of(), null, true));
  }

  /**
   * A dossier that came in at a ministry's own software, which tells us of it: its papers are
   * there, so none is asked for and none is measured against a baseline.
   *
   * @param request one dossier of a procedure that has a source system
   * @param externalCode its number there
   */
  public IntakeResult registerAt(Occasion occasion, IntakeRequest request, String externalCode) {
    return receiveAt(occasion, request, new Given(List.of(), externalCode, false));
  }

  /**
   * What was given out before the receipt.
   *
   * @param codes reserved for the dossiers; empty: new ones are given out
   * @param externalCode of a dossier that came in elsewhere; null: it came in here
   * @param filed before, by a channel that was open then
   */
  private record Given(List<String> codes, String externalCode, boolean filed) {}

  private IntakeResult receiveAt(Occasion occasion, IntakeRequest request, Given reserved) {
    Occasion at =
        new Occasion(
            occasion.datasetId(),
            occasion.branchId(),
            occasion.clerk(),
            occasion.at().truncatedTo(ChronoUnit.MILLIS));
    try (Connection connection = database.getConnection()) {
      VisitRows visits = new VisitRows(connection);
      Optional<IntakeResult> known = visits.known(request.requestId());
      return known.isPresent() ? known.get() : receive(connection, visits, at, request, reserved);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private IntakeResult receive(
      Connection connection,
      VisitRows visits,
      Occasion occasion,
      IntakeRequest request,
      Given given)
      throws SQLException {
    List<String> reserved = given.codes();
    LocalDate day = LocalDate.ofInstant(occasion.at(), ZONE);
    Optional<VisitRows.Branch> branch = visits.branch(occasion.branchId(), day);
    Preparation preparation =
        new Preparation(catalogue, requirements, deadlines, connection, occasion.at(), VIETNAMESE);
    if (given.externalCode() != null) {
      preparation.withPapersElsewhere();
    }
    if (given.filed()) {
      preparation.ofFiledBefore();
    }
    preparation.people(request);
    List<PreparedDossier> prepared =
        preparation.dossiers(
            request, branch.map(VisitRows.Branch::unitId).orElse(request.branchId()));
    List<Finding> findings = new ArrayList<>(preparation.findings());
    PersonRows persons = new PersonRows(connection, occasion);
    findings.addAll(persons.otherNames(byPath(request)));
    findings.addAll(new HeldPapers(connection, occasion, day).findings(request));
    findings.addAll(new FileRows(connection).strange(request, occasion.clerk()));
    findings.addAll(new ExternalNumbers(connection, occasion.datasetId()).findings(prepared));
    for (int i = 0; i < Math.min(reserved.size(), prepared.size()); i++) {
      if (!reserved.get(i).startsWith(prepared.get(i).agency().identifier() + "-")) {
        findings.add(
            Finding.error(
                "dossiers." + i + ".code", "code-other-agency", prepared.get(i).agency().name()));
      }
    }
    if (branch.isEmpty()) {
      findings.add(Finding.error("branch", "branch-unknown"));
    }
    findings.removeIf(Finding::warning);
    if (!findings.isEmpty()) {
      throw new IntakeFailure.Refused(findings);
    }
    Occasion here =
        new Occasion(occasion.datasetId(), branch.get().unitId(), occasion.clerk(), occasion.at());
    return write(connection, visits, here, branch.get(), request, prepared, given);
  }

  private static Map<String, PersonEntry> byPath(IntakeRequest request) {
    Map<String, PersonEntry> people = new LinkedHashMap<>();
    for (int i = 0; i < request.owners().size(); i++) {
      people.put(Preparation.ownerPath(i), request.owners().get(i));
    }
    people.put("submitter", request.submitter());
    people.put("authorised", request.authorised());
    people.put("receiver", request.receiver());
    people.values().removeIf(person -> person == null);
    return people;
  }

  private IntakeResult write(
      Connection connection,
      VisitRows visits,
      Occasion occasion,
      VisitRows.Branch branch,
      IntakeRequest request,
      List<PreparedDossier> prepared,
      Given given)
      throws SQLException {
    List<String> reserved = given.codes();
    Map<PersonEntry, Long> people =
        new PersonRows(connection, occasion).write(List.copyOf(byPath(request).values()));
    long owner = people.get(request.owners().getFirst());
    EpisodeRows episodes = new EpisodeRows(connection, occasion);
    List<EpisodeRows.Episode> episodeOf = new ArrayList<>();
    for (PreparedDossier dossier : prepared) {
      episodeOf.add(episodes.of(owner, dossier.procedure().id()));
    }
    CodeRows counters = new CodeRows(connection, occasion);
    List<String> codes =
        reserved.isEmpty()
            ? counters.next(
                prepared.stream().map(dossier -> dossier.agency().identifier()).toList())
            : reserved;
    DossierRows rows = new DossierRows(connection, occasion);
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < prepared.size(); i++) {
      PreparedDossier dossier = prepared.get(i);
      Baseline baseline = baseline(dossier, given, episodeOf.get(i).opened());
      long id = receive(occasion, codes.get(i), dossier, baseline);
      rows.people(id, request, people);
      rows.papers(id, dossier);
      new HeldPapers(connection, occasion, LocalDate.ofInstant(occasion.at(), ZONE))
          .record(id, dossier.entry());
      tasks(rows, id, occasion, dossier);
      ids.add(id);
    }
    WorkingCalendar city = calendars.ofCode(DueDateQuestion.CITY_CALENDAR);
    long visit = visits.insert(occasion, branch, request.requestId());
    List<ReceivedDossier> received = new ArrayList<>();
    for (int i = 0; i < prepared.size(); i++) {
      PreparedDossier dossier = prepared.get(i);
      String token = tokens.next();
      rows.intake(ids.get(i), visit, token, episodeOf.get(i).id(), dossier);
      if (!dossier.elsewhere().isEmpty()) {
        boolean told = given.externalCode() != null;
        String number = told ? given.externalCode() : ExternalNumbers.of(dossier);
        rows.elsewhere(ids.get(i), dossier.elsewhere(), number, told);
      }
      if (dossier.process() != null) {
        new StepCompanions(connection, city).accompany(ids.get(i), occasion.at());
      }
      received.add(new ReceivedDossier(ids.get(i), codes.get(i), token, dossier.due().dueAt()));
    }
    forgetDraft(connection, request, occasion);
    // Last, because the whole branch waits for this counter until the commit.
    String receipt = counters.nextReceipt(visit, branch.bodyId(), branch.code());
    return new IntakeResult(visit, receipt, received, false);
  }

  private static Baseline baseline(PreparedDossier dossier, Given given, boolean opensEpisode) {
    if (given.externalCode() != null) {
      return new Baseline(0, 0, 0, 0, opensEpisode);
    }
    return new Baseline(
        dossier.process() == null ? 0 : dossier.process().baselineSteps(),
        dossier.process() == null ? 0 : dossier.process().baselineMinutes(),
        dossier.papers().baseline(dossier.entry().answers()),
        dossier.papersBrought(),
        opensEpisode);
  }

  private long receive(Occasion occasion, String code, PreparedDossier dossier, Baseline baseline) {
    return dossiers.receive(
        new NewDossier(
            occasion.datasetId(),
            code,
            dossier.procedure().id(),
            dossier.fieldId(),
            dossier.agency().unitId(),
            occasion.branchId(),
            dossier.entry().channel(),
            occasion.at(),
            dossier.due().dueAt(),
            baseline),
        occasion.clerk());
  }

  /** The clerk's own step is done with the receipt; the next one begins. */
  private void tasks(DossierRows rows, long id, Occasion occasion, PreparedDossier dossier)
      throws SQLException {
    List<InternalStep> steps =
        !dossier.elsewhere().isEmpty()
            ? List.of(RECEIVING, FOLLOWING)
            : dossier.process() == null ? List.of(RECEIVING, DECIDING) : dossier.process().steps();
    Instant due = dossier.due().dueAt();
    InternalStep first = steps.getFirst();
    boolean clerks = first.atBranch() && "CLERK".equals(first.role());
    if (clerks) {
      rows.task(id, first, occasion.branchId(), occasion.at(), due, true);
      dossiers.completeStep(id, occasion.at(), first.name(), occasion.branchId(), occasion.clerk());
    }
    if (!clerks || steps.size() > 1) {
      InternalStep next = clerks ? steps.get(1) : first;
      int unit = next.atBranch() ? occasion.branchId() : dossier.agency().unitId();
      WorkingCalendar calendar = calendars.hours().at(unit);
      rows.task(
          id,
          next,
          unit,
          next.minutes() == 0
              ? due
              : new WorkingTime(calendar).after(occasion.at(), Duration.ofMinutes(next.minutes())),
          due,
          false);
    }
  }

  private static void forgetDraft(Connection connection, IntakeRequest request, Occasion occasion)
      throws SQLException {
    if (request.draftId() == null) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("delete from intake_draft where id = ? and login = ?")) {
      statement.setObject(1, request.draftId());
      statement.setString(2, occasion.clerk());
      statement.executeUpdate();
    }
  }
}
