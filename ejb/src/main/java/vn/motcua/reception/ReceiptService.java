package vn.motcua.reception;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reports.DossierReceipt;
import vn.motcua.reports.ReportRenderer;

/**
 * Receipts (giấy tiếp nhận hồ sơ và hẹn trả kết quả, form 01). The first version is made when it is
 * asked for first, after the visit; every version is kept as it was printed.
 */
@Stateless
public class ReceiptService {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** Costs a layout to load. */
  private static final class Renderer {
    static final ReportRenderer INSTANCE = new ReportRenderer();
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.public.url")
  private Optional<String> publicAddress;

  @Inject
  @ConfigProperty(name = "motcua.report.issuer", defaultValue = "Trung tâm Phục vụ hành chính công")
  private String issuer;

  @Inject
  @ConfigProperty(name = "motcua.report.place", defaultValue = "Hà Nội")
  private String place;

  public ReceiptService() {}

  /** For use without a container. */
  ReceiptService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    publicAddress = Optional.empty();
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  /**
   * The latest version; the first is made now if there is none, and the next if a supplement came
   * or a promise was moved since the last (giai đoạn hai).
   *
   * @param address by which the caller reached the system; printed for citizens where the
   *     configuration (motcua.public.url) names no other
   * @throws IntakeFailure.UnknownVisit where there is no such visit
   * @throws vn.motcua.identity.IdentityFailure where the caller is no clerk or director of its
   *     branch
   */
  public ReceiptFile latest(long visitId, String address) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      ReceiptSource.Head head = head(connection, visitId);
      Account caller = access.requireAt(head.placeId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      trail.readPersonalData("visit " + visitId, "receipt");
      Optional<ReceiptFile> printed = printed(connection, head);
      if (printed.isPresent() && !overtaken(connection, visitId)) {
        return printed.get();
      }
      lock(connection, visitId);
      Optional<ReceiptFile> meanwhile = printed(connection, head);
      if (meanwhile.isEmpty()) {
        return print(connection, head, 1, "", caller.login(), address);
      }
      return overtaken(connection, visitId)
          ? print(
              connection,
              head,
              meanwhile.get().version() + 1,
              DossierReceipt.SECOND_PHASE,
              caller.login(),
              address)
          : meanwhile.get();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What may be put right, as it stands now.
   *
   * @throws IntakeFailure.UnknownVisit where there is no such visit
   * @throws vn.motcua.identity.IdentityFailure where the caller is no clerk of its branch
   */
  public ReceiptContents contents(long visitId) {
    access.require(Role.CLERK);
    try (Connection connection = database.getConnection()) {
      ReceiptSource.Head head = head(connection, visitId);
      access.requireAt(head.placeId(), Role.CLERK);
      trail.readPersonalData("visit " + visitId, "receipt");
      return new ReceiptContentsRows(connection).of(head);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Puts names, telephones and numbers of papers right, and prints the next version. The dossiers'
   * moments, and with them every figure, stay as they are.
   *
   * @param address as for {@link #latest}
   * @throws IntakeFailure.BadCorrection without a reason or a change
   * @throws IntakeFailure.Refused where what is new cannot be
   * @throws IntakeFailure.ReceiptChanged where another version is in force than the clerk saw
   */
  public ReceiptFile correct(long visitId, ReceiptCorrection correction, String address) {
    access.require(Role.CLERK);
    try (Connection connection = database.getConnection()) {
      ReceiptSource.Head head = head(connection, visitId);
      Account caller = access.requireAt(head.placeId(), Role.CLERK);
      check(correction);
      lock(connection, visitId);
      ReceiptFile former = printed(connection, head).orElse(null);
      if (former == null) {
        former = print(connection, head, 1, "", caller.login(), address);
      }
      if (correction.version() != 0 && correction.version() != former.version()) {
        throw new IntakeFailure.ReceiptChanged(former.version());
      }
      int changed =
          new ReceiptRows(connection, visitId).change(correction.people(), correction.papers());
      if (changed == 0) {
        throw new IntakeFailure.BadCorrection("nothing");
      }
      trail.record(
          "receipt.correct",
          "visit " + visitId,
          Map.of(
              "version",
              String.valueOf(former.version() + 1),
              "people",
              String.valueOf(correction.people().size()),
              "papers",
              String.valueOf(correction.papers().size())));
      return print(
          connection, head, former.version() + 1, correction.reason(), caller.login(), address);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Prints a lost receipt again (cấp lại), marked as such; nothing else changes.
   *
   * @param reason why; required
   * @param address as for {@link #latest}
   * @throws IntakeFailure.BadCorrection without a reason
   */
  public ReceiptFile reissue(long visitId, String reason, String address) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      ReceiptSource.Head head = head(connection, visitId);
      Account caller = access.requireAt(head.placeId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      String why = EntryText.line(reason);
      if (why.isEmpty()) {
        throw new IntakeFailure.BadCorrection("reason");
      }
      lock(connection, visitId);
      int former = printed(connection, head).map(ReceiptFile::version).orElse(0);
      trail.record(
          "receipt.reissue", "visit " + visitId, Map.of("version", String.valueOf(former + 1)));
      return print(
          connection, head, former + 1, DossierReceipt.REISSUED + why, caller.login(), address);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void check(ReceiptCorrection correction) {
    if (correction.reason().isEmpty()) {
      throw new IntakeFailure.BadCorrection("reason");
    }
    List<Finding> findings = new ArrayList<>();
    for (PersonChange person : correction.people()) {
      if (!person.phone().isEmpty() && !person.phone().matches(PersonCheck.PHONE)) {
        findings.add(Finding.error(person.relation() + ".phone", "phone-form"));
      }
    }
    for (PaperChange paper : correction.papers()) {
      int least = Math.min(paper.originals(), Math.min(paper.certified(), paper.copies()));
      int most = Math.max(paper.originals(), Math.max(paper.certified(), paper.copies()));
      if (least < 0 || most > 999) {
        findings.add(Finding.error("papers", "paper-count"));
      }
    }
    if (!findings.isEmpty()) {
      throw new IntakeFailure.Refused(findings);
    }
  }

  private ReceiptSource.Head head(Connection connection, long visitId) throws SQLException {
    return new ReceiptSource(connection, "")
        .head(visitId)
        .orElseThrow(() -> new IntakeFailure.UnknownVisit(visitId));
  }

  private static void lock(Connection connection, long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from visit where id = ? for update")) {
      statement.setLong(1, visitId);
      statement.execute();
    }
  }

  /** Whether what was printed last lacks a second phase that has begun since. */
  private static boolean overtaken(Connection connection, long visitId) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select max(issued_at) from receipt where visit_id = ?")) {
      statement.setLong(1, visitId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new ReceiptSource(connection, "")
            .secondPhaseSince(visitId, row.getObject(1, OffsetDateTime.class).toInstant());
      }
    }
  }

  private static Optional<ReceiptFile> printed(Connection connection, ReceiptSource.Head head)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select version, pdf from receipt where visit_id = ? order by version desc limit 1")) {
      statement.setLong(1, head.id());
      try (ResultSet row = statement.executeQuery()) {
        return row.next()
            ? Optional.of(
                new ReceiptFile(head.receiptCode(), row.getInt("version"), row.getBytes("pdf")))
            : Optional.empty();
      }
    }
  }

  private ReceiptFile print(
      Connection connection,
      ReceiptSource.Head head,
      int version,
      String reason,
      String login,
      String address)
      throws SQLException {
    Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    byte[] pdf =
        Renderer.INSTANCE.pdf(
            new ReceiptSource(connection, publicAddress.orElse(address).replaceFirst("/+$", ""))
                .receipt(head, issuer, place, version, reason, issuedAt.atZone(ZONE)));
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            insert into receipt (visit_id, version, issued_at, issued_by, reason, pdf)
            values (?, ?, ?, ?, ?, ?)
            """)) {
      statement.setLong(1, head.id());
      statement.setInt(2, version);
      statement.setObject(3, issuedAt.atOffset(ZoneOffset.UTC));
      statement.setString(4, login);
      statement.setString(5, reason);
      statement.setBytes(6, pdf);
      statement.executeUpdate();
    }
    return new ReceiptFile(head.receiptCode(), version, pdf);
  }
}
