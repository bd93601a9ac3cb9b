package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.reports.ApologyLetter;
import vn.motcua.reports.ControlSheet;
import vn.motcua.reports.DossierRegister;
import vn.motcua.reports.NoticeHead;
import vn.motcua.reports.ReceiptPaper;
import vn.motcua.reports.ReportRenderer;
import vn.motcua.reports.StopNotice;
import vn.motcua.reports.SupplementNotice;

/**
 * The forms about dossiers (TT 03/2025/TT-VPCP, Annex I): 02, 04 and 05 are issued once, with a
 * number of their own, and kept as printed; 06 and 07 show the history as it is now. For those of
 * the dossier's agency and branch; every print is written to the audit trail.
 */
@Stateless
public class FormService {

  private static final Role[] STAFF = {Role.CLERK, Role.OFFICER, Role.BRANCH_DIRECTOR};
  private static final int LONGEST_REGISTER_DAYS = 366;
  private static final int MOST_LINES = 20_000;

  /** Costs layouts to load. */
  static final class Renderer {
    static final ReportRenderer INSTANCE = new ReportRenderer();

    private Renderer() {}
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.report.issuer", defaultValue = "Trung tâm Phục vụ hành chính công")
  private String issuer;

  @Inject
  @ConfigProperty(name = "motcua.report.place", defaultValue = "Hà Nội")
  private String place;

  public FormService() {}

  /** For use without a container. */
  FormService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  /**
   * A form about a dossier. Form 04 of a dossier without an extension is a draft (dự thảo).
   *
   * @param number 02, 04, 05 or 06
   * @param which of several, from 1; 0: the last
   * @throws ProcessingFailure.NoForm where the dossier has nothing to print on it
   */
  public FormFile print(String code, String dataset, String number, int which) {
    access.require(STAFF);
    try (Connection connection = database.getConnection()) {
      Place where = Place.ofCode(connection, access.scope(), code, dataset);
      Account account =
          access.scope().includes(where.unitId())
              ? access.requireAt(where.unitId(), STAFF)
              : access.requireAt(where.branchId(), STAFF);
      DossierElsewhere elsewhere = DossierElsewhere.of(connection, where.id()).orElse(null);
      if (elsewhere != null && !FormKind.CONTROL.number().equals(number)) {
        throw new ProcessingFailure.Elsewhere(where.code(), elsewhere.system());
      }
      trail.readPersonalData(where.subject(), "form " + number);
      FormSource source = new FormSource(connection);
      FormSource.Head head = source.head(where.id());
      byte[] pdf =
          switch (FormKind.of(number).orElseThrow(() -> new ProcessingFailure.NoForm(number))) {
            case SUPPLEMENT -> supplement(connection, source, head, which, account);
            case APOLOGY -> apology(connection, source, head, account);
            case STOP -> stop(connection, source, head, account);
            case CONTROL -> control(connection, source, head);
            case REFUSAL, REGISTER -> throw new ProcessingFailure.NoForm(number);
          };
      return new FormFile("%s-mau-%s.pdf".formatted(where.code(), number), pdf);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The register (sổ theo dõi, form 07) of a branch and its days of receipt.
   *
   * @param from first day
   * @param to last day, at most a year later
   * @throws ProcessingFailure.Missing where the period is none
   */
  public FormFile register(int branchId, LocalDate from, LocalDate to) {
    Account account = access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    if (from == null
        || to == null
        || to.isBefore(from)
        || ChronoUnit.DAYS.between(from, to) > LONGEST_REGISTER_DAYS) {
      throw new ProcessingFailure.Missing("period");
    }
    try (Connection connection = database.getConnection()) {
      trail.readPersonalData("unit " + branchId, "form 07");
      Instant begin = from.atStartOfDay(IssuedForms.ZONE).toInstant();
      Instant end = to.plusDays(1).atStartOfDay(IssuedForms.ZONE).toInstant();
      FormSource source = new FormSource(connection);
      List<DossierRegister.Line> lines = source.register(branchId, 1, begin, end, MOST_LINES + 1);
      if (lines.size() > MOST_LINES) {
        throw new ProcessingFailure.TooMany(MOST_LINES);
      }
      String branch =
          Query.of(connection, "select name from unit where id = ?", branchId)
              .first(row -> row.getString(1))
              .orElse("");
      Instant now = clock.instant();
      byte[] pdf =
          Renderer.INSTANCE.pdf(
              new DossierRegister(
                  head(connection, FormKind.REGISTER, issuer, branch, "", now),
                  from,
                  to,
                  lines,
                  source.refused(branchId, 1, begin, end),
                  new CaseRows(connection).fullName(account.login())));
      return new FormFile("so-theo-doi-%s-%s.pdf".formatted(from, to), pdf);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a print when it is asked for first. */
  @FunctionalInterface
  private interface Print {
    byte[] of(String number) throws SQLException;
  }

  private byte[] once(
      Connection connection,
      FormKind form,
      FormSource.Head head,
      long subject,
      int unitId,
      String givenNumber,
      Account account,
      Print print)
      throws SQLException {
    IssuedForms issued = new IssuedForms(connection);
    issued.lock(form, head.id(), subject);
    byte[] before = issued.printed(form, head.id(), subject).orElse(null);
    if (before != null) {
      return before;
    }
    Instant now = clock.instant();
    String number = givenNumber.isEmpty() ? issued.nextNumber(form, unitId, now) : givenNumber;
    byte[] pdf = print.of(number);
    issued.keep(form, head.id(), subject, unitId, number, now, account.login(), pdf);
    trail.record(
        "form.issue", "dossier " + head.id(), Map.of("form", form.number(), "number", number));
    return pdf;
  }

  private byte[] supplement(
      Connection connection, FormSource source, FormSource.Head head, int which, Account account)
      throws SQLException {
    FormSource.Asked asked =
        source.asked(head.id(), which).orElseThrow(() -> new ProcessingFailure.NoForm("02"));
    return once(
        connection,
        FormKind.SUPPLEMENT,
        head,
        asked.id(),
        head.branchId(),
        "",
        account,
        number ->
            Renderer.INSTANCE.pdf(
                new SupplementNotice(
                    head(
                        connection, FormKind.SUPPLEMENT, issuer, head.branch(), number, asked.at()),
                    head.about(),
                    asked.items().stream().map(item -> new ReceiptPaper(item, 0, 0, 0)).toList(),
                    asked.reason(),
                    FormSource.wall(asked.answerBy()),
                    asked.recheck(),
                    head.branch(),
                    asked.who())));
  }

  private byte[] apology(
      Connection connection, FormSource source, FormSource.Head head, Account account)
      throws SQLException {
    FormSource.Extended made = source.extended(head.id()).orElse(null);
    Instant promised = head.promisedAt() == null ? head.dueAt() : head.promisedAt();
    if (made == null && promised == null) {
      throw new ProcessingFailure.NoForm("04");
    }
    if (made == null) {
      return Renderer.INSTANCE.pdf(
          new ApologyLetter(
              head(connection, FormKind.APOLOGY, "", head.agency(), "", clock.instant()),
              "Ông/Bà, tổ chức " + head.about().owner(),
              head.about(),
              FormSource.wall(head.receivedAt()),
              FormSource.wall(promised),
              "",
              null,
              "Thủ trưởng cơ quan",
              "",
              true));
    }
    return once(
        connection,
        FormKind.APOLOGY,
        head,
        made.id(),
        head.agencyId(),
        made.document(),
        account,
        number ->
            Renderer.INSTANCE.pdf(
                new ApologyLetter(
                    head(connection, FormKind.APOLOGY, "", head.agency(), number, made.at()),
                    "Ông/Bà, tổ chức " + head.about().owner(),
                    head.about(),
                    FormSource.wall(head.receivedAt()),
                    FormSource.wall(made.from()),
                    made.reason(),
                    FormSource.wall(made.to()),
                    made.title(),
                    made.signer(),
                    false)));
  }

  private byte[] stop(
      Connection connection, FormSource source, FormSource.Head head, Account account)
      throws SQLException {
    FormSource.Stopped stopped =
        source.stopped(head.id()).orElseThrow(() -> new ProcessingFailure.NoForm("05"));
    if (head.closedAt() == null) {
      throw new ProcessingFailure.NoForm("05");
    }
    boolean byAgency = "STOPPED".equals(head.closeReason());
    return once(
        connection,
        FormKind.STOP,
        head,
        stopped.sequence(),
        byAgency ? head.agencyId() : head.branchId(),
        stopped.document(),
        account,
        number ->
            Renderer.INSTANCE.pdf(
                new StopNotice(
                    head(
                        connection,
                        FormKind.STOP,
                        byAgency ? "" : issuer,
                        byAgency ? head.agency() : head.branch(),
                        number,
                        head.closedAt()),
                    head.about(),
                    FormSource.closing(head.closeReason()),
                    stopped.stage(),
                    FormSource.wall(head.closedAt()),
                    stopped.reason(),
                    stopped.money(),
                    head.dueAt() != null && head.closedAt().isAfter(head.dueAt()),
                    head.branch(),
                    stopped.who())));
  }

  private byte[] control(Connection connection, FormSource source, FormSource.Head head)
      throws SQLException {
    return Renderer.INSTANCE.pdf(
        new ControlSheet(
            head(connection, FormKind.CONTROL, issuer, head.branch(), "", clock.instant()),
            head.about(),
            FormSource.wall(head.receivedAt()),
            FormSource.wall(head.promisedAt() == null ? head.dueAt() : head.promisedAt()),
            head.agency(),
            source.coordinating(head.id()),
            source.handOvers(head.id())));
  }

  private NoticeHead head(
      Connection connection,
      FormKind form,
      String superior,
      String issuing,
      String number,
      Instant at)
      throws SQLException {
    return new NoticeHead(
        superior.isEmpty() ? List.of() : List.of(superior),
        List.of(issuing),
        number,
        place,
        at.atZone(IssuedForms.ZONE),
        new IssuedForms(connection).edition(form, at));
  }
}
