package vn.motcua.acceptance;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.catalogue.CatalogueFailure;
import vn.motcua.catalogue.ProcedureCatalogue;
import vn.motcua.catalogue.ProcedureDetail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reception.FileCheck;
import vn.motcua.reception.ReceivingBranches;
import vn.motcua.worktime.BundledCalendars;
import vn.motcua.worktime.DueDateQuestion;

/**
 * The one door for what is sent online or by post. The same revision of the same number again is
 * answered with what it became. For the clerk who enters the post, and for the account by which
 * another system sends.
 */
@Stateless
public class SubmissionDoor {

  /** More would be a programme gone wild. */
  static final int MOST_PAPERS = 30;

  static final int OLDEST_DAYS = 60;
  private static final int MEBIBYTE = 1024 * 1024;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Two machines' clocks may differ by as much. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private ProcedureCatalogue catalogue;
  @Inject private BundledCalendars calendars;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.submission.largest.megabytes", defaultValue = "24")
  private int largestMegabytes;

  @Inject
  @ConfigProperty(name = "motcua.submission.per-minute", defaultValue = "120")
  private int perMinute;

  public SubmissionDoor() {}

  /** For use without a container. */
  SubmissionDoor(
      DataSource database,
      Access access,
      AuditTrail trail,
      BundledCalendars calendars,
      InstantSource clock,
      int largestMegabytes,
      int perMinute) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.calendars = calendars;
    this.clock = clock;
    this.largestMegabytes = largestMegabytes;
    this.perMinute = perMinute;
    catalogue = new ProcedureCatalogue(database);
  }

  /** The largest sum of files that is taken, in bytes. */
  public long largest() {
    return (long) largestMegabytes * MEBIBYTE;
  }

  /**
   * Takes a submission, or the applicant's answer to a request for edits.
   *
   * @param branchId where it waits: any version of a branch or point
   * @throws AcceptanceFailure where it is refused; nothing was written
   * @throws vn.motcua.reception.IntakeFailure.BadFile where a file is not what it should be
   */
  public SubmissionAnswer submit(int branchId, Submission from) {
    Account sender = access.requireAt(branchId, Role.CLERK, Role.ADMINISTRATOR);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ProcedureDetail procedure = check(from, now);
    List<String> mediaTypes =
        from.papers().stream().map(paper -> FileCheck.mediaType(paper.content())).toList();
    try (Connection connection = database.getConnection()) {
      SubmissionRow known =
          SubmissionRow.known(connection, from.sourceSystem(), from.externalId()).orElse(null);
      String digest = digest(from);
      if (known != null && known.revision() == from.revision() && known.digest().equals(digest)) {
        return answer(connection, known, true);
      }
      checkRate(connection, sender.login(), now);
      if (known != null) {
        checkAnswer(known, from);
      }
      int branch = branch(connection, known == null ? branchId : known.branchId(), now);
      checkScope(connection, branch, from, procedure, now);
      if (known == null) {
        return insert(connection, branch, from, digest, mediaTypes, sender, now);
      }
      return answerEdits(connection, known, from, digest, mediaTypes, sender, now);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private ProcedureDetail check(Submission from, Instant now) {
    if (from.externalId().isEmpty() || from.externalId().length() > 100) {
      throw new AcceptanceFailure.Invalid("external-id");
    }
    if (from.sourceSystem().isEmpty() || from.sourceSystem().length() > 40) {
      throw new AcceptanceFailure.Invalid("source-system");
    }
    if (from.channel() != Channel.ONLINE && from.channel() != Channel.POST) {
      throw new AcceptanceFailure.Invalid("channel");
    }
    if (from.owner() == null || from.owner().fullName().isEmpty()) {
      throw new AcceptanceFailure.Invalid("owner");
    }
    Instant submitted = from.submittedAt();
    if (submitted == null
        || submitted.isAfter(now.plus(CLOCK_SKEW))
        || submitted.isBefore(now.minus(Duration.ofDays(OLDEST_DAYS)))) {
      throw new AcceptanceFailure.Invalid("submitted-at", String.valueOf(OLDEST_DAYS));
    }
    if (from.papers().isEmpty() || from.papers().size() > MOST_PAPERS) {
      throw new AcceptanceFailure.Invalid("papers", String.valueOf(MOST_PAPERS));
    }
    if (from.papers().stream().mapToLong(paper -> paper.content().length).sum() > largest()) {
      throw new AcceptanceFailure.Invalid("size", String.valueOf(largestMegabytes));
    }
    try {
      ProcedureDetail procedure =
          catalogue.find(from.procedureCode(), LocalDate.ofInstant(now, ZONE));
      vn.motcua.events.Channel channel = channel(from);
      if (!procedure.channels().contains(channel)) {
        throw new AcceptanceFailure.ChannelClosed(
            from.procedureCode(), channel, procedure.channels());
      }
      return procedure;
    } catch (CatalogueFailure.UnknownProcedure e) {
      throw new AcceptanceFailure.Invalid("procedure", from.procedureCode());
    }
  }

  /** That edits were asked for, that this is the answer to them, and who sends it. */
  private void checkAnswer(SubmissionRow known, Submission from) {
    if (known.state() != SubmissionState.EDIT_ASKED) {
      throw new AcceptanceFailure.OtherContent(known.externalId());
    }
    if (from.revision() != known.revision() + 1) {
      throw new AcceptanceFailure.Invalid(
          "revision", known.externalId(), from.revision(), known.revision() + 1);
    }
    access.requireAt(known.branchId(), Role.CLERK, Role.ADMINISTRATOR);
  }

  /**
   * What the branch may not receive today is refused before it is kept, so that the applicant goes
   * elsewhere at once; the acceptance asks again, by its own day.
   */
  private static void checkScope(
      Connection connection, int branch, Submission from, ProcedureDetail procedure, Instant now)
      throws SQLException {
    Optional<List<String>> instead =
        new ReceivingBranches(connection, LocalDate.ofInstant(now, ZONE))
            .instead(
                branch,
                procedure,
                from.communeId() == null ? from.owner().communeId() : from.communeId(),
                channel(from));
    if (instead.isPresent()) {
      throw new AcceptanceFailure.BranchClosed(from.procedureCode(), channel(from), instead.get());
    }
  }

  private static vn.motcua.events.Channel channel(Submission from) {
    return vn.motcua.events.Channel.valueOf(from.channel().name());
  }

  private void checkRate(Connection connection, String sender, Instant now) throws SQLException {
    int lately =
        Query.of(
                connection,
                "select count(*) as n from submission where sent_by = ? and arrived_at > ?",
                sender,
                now.minus(Duration.ofMinutes(1)))
            .first(row -> row.getInt("n"))
            .orElse(0);
    if (lately >= perMinute) {
      throw new AcceptanceFailure.TooMany(perMinute);
    }
  }

  private static int branch(Connection connection, int unitId, Instant now) throws SQLException {
    LocalDate day = LocalDate.ofInstant(now, ZONE);
    return Query.of(
            connection,
            """
            select u.id from unit u
            where u.dataset_id = 1 and u.kind in ('BRANCH', 'POINT')
              and u.valid_from <= ? and u.valid_to > ?
              and coalesce(u.lineage_id, u.id) =
                (select coalesce(lineage_id, id) from unit where id = ?)""",
            day,
            day,
            unitId)
        .first(row -> row.getInt("id"))
        .orElseThrow(() -> new AcceptanceFailure.Invalid("branch"));
  }

  private SubmissionAnswer insert(
      Connection connection,
      int branchId,
      Submission from,
      String digest,
      List<String> mediaTypes,
      Account sender,
      Instant now)
      throws SQLException {
    if (from.revision() != 1) {
      throw new AcceptanceFailure.Invalid("revision", from.externalId(), from.revision(), 1);
    }
    AcceptanceClocks clocks = clocks(connection);
    Instant begins = begins(from, now);
    long id =
        Query.of(
                connection,
                """
                insert into submission (dataset_id, source_system, external_id, revision, digest,
                  branch_id, channel, procedure_code, owner_number, owner_name, content,
                  submitted_at, arrived_at, sent_by, state, see_by, decide_by, request_id)
                values (1, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 'WAITING', ?, ?, ?)
                returning id""",
                from.sourceSystem(),
                from.externalId(),
                digest,
                branchId,
                from.channel(),
                from.procedureCode(),
                number(from),
                from.owner().fullName(),
                SubmissionContent.of(from).write(),
                from.submittedAt(),
                now,
                sender.login(),
                clocks.seeBy(begins),
                clocks.decideBy(begins),
                UUID.randomUUID())
            .first(row -> row.getLong("id"))
            .orElseThrow();
    return arrived(connection, id, from, mediaTypes, branchId, sender, now);
  }

  private SubmissionAnswer answerEdits(
      Connection connection,
      SubmissionRow known,
      Submission from,
      String digest,
      List<String> mediaTypes,
      Account sender,
      Instant now)
      throws SQLException {
    AcceptanceClocks clocks = clocks(connection);
    Instant begins = begins(from, now);
    Query.of(
            connection,
            """
            update submission set revision = ?, digest = ?, procedure_code = ?, owner_number = ?,
              owner_name = ?, content = ?::jsonb, arrived_at = ?, sent_by = ?, state = 'WAITING',
              see_by = ?, decide_by = ?, seen_at = null, seen_by = null, decided_at = null,
              version = version + 1
            where id = ?""",
            from.revision(),
            digest,
            from.procedureCode(),
            number(from),
            from.owner().fullName(),
            SubmissionContent.of(from).write(),
            now,
            sender.login(),
            clocks.seeBy(begins),
            clocks.decideBy(begins),
            known.id())
        .update();
    return arrived(connection, known.id(), from, mediaTypes, known.branchId(), sender, now);
  }

  /** Online, the clocks run from sending; the post's from when it is here. */
  private static Instant begins(Submission from, Instant now) {
    return from.channel() == Channel.ONLINE && from.submittedAt().isBefore(now)
        ? from.submittedAt()
        : now;
  }

  private AcceptanceClocks clocks(Connection connection) {
    return new AcceptanceClocks(connection, calendars.ofCode(DueDateQuestion.CITY_CALENDAR));
  }

  private SubmissionAnswer arrived(
      Connection connection,
      long id,
      Submission from,
      List<String> mediaTypes,
      int branchId,
      Account sender,
      Instant now)
      throws SQLException {
    for (int i = 0; i < from.papers().size(); i++) {
      SubmittedPaper paper = from.papers().get(i);
      UUID file = UUID.randomUUID();
      Query.of(
              connection,
              """
              insert into stored_file (id, dataset_id, name, media_type, size, sha256, content,
                uploaded_by, uploaded_at, unit_id)
              values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)""",
              file,
              fileName(paper, i),
              mediaTypes.get(i),
              (long) paper.content().length,
              hex(sha256(paper.content())),
              paper.content(),
              sender.login(),
              now,
              branchId)
          .update();
      Query.of(
              connection,
              """
              insert into submission_paper
                (submission_id, revision, position, component, name, file_id)
              values (?, ?, ?, ?, ?, ?)""",
              id,
              from.revision(),
              i + 1,
              Texts.line(paper.component()),
              Texts.line(paper.name()),
              file)
          .update();
    }
    SubmissionRow row = SubmissionRow.of(connection, id);
    row.step(connection, "ARRIVED", now, sender.login(), List.of(), "", "");
    trail.record(
        "submission.arrive",
        "submission " + id,
        Map.of("system", from.sourceSystem(), "revision", String.valueOf(from.revision())));
    return answer(connection, row, false);
  }

  private static SubmissionAnswer answer(Connection connection, SubmissionRow row, boolean repeated)
      throws SQLException {
    String code =
        row.dossierId() == null
            ? ""
            : Query.of(connection, "select code from dossier where id = ?", row.dossierId())
                .first(found -> found.getString("code"))
                .orElse("");
    return new SubmissionAnswer(row.id(), row.state(), row.decideBy(), code, row.token(), repeated);
  }

  private static String number(Submission from) {
    return from.owner().organisation() ? from.owner().enterpriseId() : from.owner().nationalId();
  }

  private static String fileName(SubmittedPaper paper, int index) {
    String name = Texts.line(paper.fileName()).replaceAll("[\\\\/:*?\"<>|]", "_");
    return name.isEmpty() ? "tep-" + (index + 1) : name.substring(Math.max(0, name.length() - 120));
  }

  /** Of everything that was sent, so that the same is known again. */
  private static String digest(Submission from) {
    MessageDigest digest = sha256();
    digest.update(
        (from.channel() + " " + from.procedureCode() + " " + from.submittedAt())
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    digest.update(
        SubmissionContent.of(from).write().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (SubmittedPaper paper : from.papers()) {
      digest.update(
          (Texts.line(paper.component()) + "\n" + Texts.line(paper.name()) + "\n")
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      digest.update(sha256(paper.content()));
    }
    return hex(digest.digest());
  }

  private static byte[] sha256(byte[] content) {
    return sha256().digest(content);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
