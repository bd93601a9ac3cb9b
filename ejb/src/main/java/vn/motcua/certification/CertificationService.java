package vn.motcua.certification;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierService;
import vn.motcua.events.Outcome;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.payment.CounterTaking;
import vn.motcua.payment.FeeEntry;
import vn.motcua.payment.FeeKind;
import vn.motcua.payment.Payer;
import vn.motcua.reception.Custody;
import vn.motcua.reception.DossierEntry;
import vn.motcua.reception.IntakeRecorder;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.Occasion;
import vn.motcua.reception.PaperEntry;
import vn.motcua.reception.PersonEntry;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.reception.ReturnChannel;

/**
 * Certifies copies and signatures at the counter: a book number, the fee, and a dossier that is
 * received, finished and returned at once. No receipt is printed unless it is asked for (NĐ
 * 118/2025 Đ16: immediate results), but everything is recorded.
 */
@Stateless
public class CertificationService {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final String NO_PAPERS = "Chứng thực bản sao: không bắt buộc có số định danh";

  private static final String ENTRY =
      """
      select e.*, u.name as agency, d.code as dossier_code, i.visit_id,
        coalesce(st.full_name, e.clerk) as clerk_name,
        coalesce((select f.symbol || ' ' || f.number from payment_request r
          join payment p on p.request_id = r.id and p.voided_at is null
          join fee_receipt f on f.payment_id = p.id and f.state = 'ISSUED'
          where r.dossier_id = e.dossier_id limit 1), '') as fee_receipt
      from certification_entry e join unit u on u.id = e.agency_id
      join dossier d on d.id = e.dossier_id join dossier_intake i on i.dossier_id = d.id
      left join account a on a.login = e.clerk left join staff st on st.id = a.staff_id
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private IntakeRecorder recorder;
  @EJB private DossierService dossiers;
  @Inject private InstantSource clock;

  public CertificationService() {}

  /** For use without a container. */
  CertificationService(
      DataSource database,
      Access access,
      AuditTrail trail,
      IntakeRecorder recorder,
      DossierService dossiers,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.recorder = recorder;
    this.dossiers = dossiers;
    this.clock = clock;
  }

  /**
   * What it costs today, in đồng.
   *
   * @param electronic the copies are files
   */
  public long fee(Book book, boolean electronic, int pages, int copies) {
    access.require(Role.CLERK);
    try (Connection connection = database.getConnection()) {
      return FeeRule.of(connection, book, electronic, LocalDate.ofInstant(clock.instant(), ZONE))
          .fee(pages, copies);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Certifies. The same sheet again is answered with the same number.
   *
   * @throws vn.motcua.identity.IdentityFailure.NotForPostStaff where post staff would certify
   * @throws CertificationFailure.Invalid where the sheet is wrong
   * @throws vn.motcua.reception.IntakeFailure.Refused where the visit cannot be received
   */
  public Certification certify(int branchId, CertificationOrder order) {
    Account clerk = access.requireAt(branchId, Role.CLERK);
    access.refusePostStaff();
    order.check();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    try (Connection connection = database.getConnection()) {
      IntakeResult result =
          recorder.receiveAt(
              new Occasion(Occasion.CITY, branchId, clerk.login(), now), visit(branchId, order));
      if (result.repeated()) {
        return known(connection, order.requestId()).orElseThrow();
      }
      ReceivedDossier dossier = result.dossiers().getFirst();
      FeeRule rule =
          FeeRule.of(connection, order.book(), order.electronic(), LocalDate.ofInstant(now, ZONE));
      long fee = rule.fee(order.book() == Book.COPY ? order.pages() : 1, order.copies());
      int agency =
          Query.of(connection, "select unit_id from dossier where id = ?", dossier.id())
              .first(row -> row.getInt("unit_id"))
              .orElseThrow();
      CounterTaking money = owed(connection, dossier.id(), order, rule, fee, now, clerk);
      int number = number(connection, agency, now, order.book());
      finish(connection, dossier.id(), agency, number, order, fee, now, clerk);
      Query.of(
              connection,
              """
              insert into certification_entry (dataset_id, agency_id, body_id, year, book, number,
                branch_id, occurred_at, clerk, requester, title, pages, copies, fee, dossier_id,
                request_id, electronic)
              select 1, u.id, coalesce(u.lineage_id, u.id), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
              from unit u where u.id = ?""",
              now.atZone(ZONE).getYear(),
              order.book(),
              number,
              branchId,
              now,
              clerk.login(),
              order.requester(),
              order.title(),
              order.pages(),
              order.copies(),
              fee,
              dossier.id(),
              order.requestId(),
              order.electronic(),
              agency)
          .update();
      if (fee > 0 && !order.counter().isEmpty()) {
        money.cash(
            dossier.id(),
            order.counter(),
            new Payer(order.requester(), "", ""),
            now,
            clerk.login());
      }
      trail.record(
          "certification.certify",
          "dossier " + dossier.id(),
          Map.of(
              "book",
              order.book().name(),
              "number",
              String.valueOf(number),
              "electronic",
              String.valueOf(order.electronic())));
      return known(connection, order.requestId()).orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The fee goes the way of all money: stated with its basis, then taken with a receipt. */
  private static CounterTaking owed(
      Connection connection,
      long dossierId,
      CertificationOrder order,
      FeeRule rule,
      long fee,
      Instant now,
      Account clerk)
      throws SQLException {
    CounterTaking money = new CounterTaking(connection);
    if (fee > 0) {
      money.owe(
          dossierId,
          new FeeEntry(
              FeeKind.FEE,
              feeName(order),
              fee,
              false,
              rule.basis(),
              money.beneficiary(dossierId, rule.beneficiary()),
              0,
              "",
              ""),
          now,
          clerk.login());
    }
    return money;
  }

  private static String feeName(CertificationOrder order) {
    return order.book() == Book.SIGNATURE
        ? "Phí chứng thực chữ ký"
        : order.electronic() ? "Phí chứng thực bản sao điện tử" : "Phí chứng thực bản sao";
  }

  private static IntakeRequest visit(int branchId, CertificationOrder order) {
    PersonEntry requester =
        new PersonEntry(
            false,
            order.requester(),
            order.nationalId(),
            "",
            order.nationalId().isEmpty() ? NO_PAPERS : "",
            null,
            "",
            "",
            "",
            null,
            false);
    List<PaperEntry> papers =
        order.book() == Book.COPY
            ? List.of(seen("ban-chinh", 1, 0), seen("ban-sao", 0, order.copies()))
            : List.of(seen("van-ban-ky", 1, 0));
    DossierEntry entry =
        new DossierEntry(
            order.book().procedure(),
            Channel.DIRECT,
            order.agencyId(),
            order.title(),
            Math.min(order.copies(), 99),
            ReturnChannel.COUNTER,
            Map.of("du-lieu-dan-cu", true),
            papers);
    return IntakeRequest.of(order.requestId(), branchId, requester, List.of(entry));
  }

  private static PaperEntry seen(String component, int originals, int copies) {
    return new PaperEntry(component, "", Custody.SEEN_RETURNED, originals, 0, copies, null);
  }

  /** The book's row is the last that is locked: whoever rolls back leaves no gap. */
  private static int number(Connection connection, int agency, Instant now, Book book)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into certification_counter as c (dataset_id, body_id, year, book, last)
            select 1, coalesce(lineage_id, id), ?, ?, 1 from unit where id = ?
            on conflict (dataset_id, body_id, year, book) do update set last = c.last + 1
            returning last""",
            now.atZone(ZONE).getYear(),
            book,
            agency)
        .first(row -> row.getInt("last"))
        .orElseThrow();
  }

  private void finish(
      Connection connection,
      long dossierId,
      int agency,
      int number,
      CertificationOrder order,
      long fee,
      Instant now,
      Account clerk)
      throws SQLException {
    dossiers.completeStep(dossierId, now, "Chứng thực", agency, clerk.login());
    dossiers.finish(dossierId, now, Outcome.GRANTED, 0, clerk.login());
    dossiers.giveResult(dossierId, now, clerk.login());
    Query.of(
            connection,
            """
            update dossier_task set completed_at = ?, completed_by = ?, changed_at = ?,
              changed_by = ?, version = version + 1
            where dossier_id = ? and completed_at is null""",
            now,
            clerk.login(),
            now,
            clerk.login(),
            dossierId)
        .update();
    Query.of(
            connection,
            "update dossier_intake set fee_amount = ? where dossier_id = ?",
            fee,
            dossierId)
        .update();
    Query.of(
            connection,
            """
            insert into result_document
              (dossier_id, number, signed_on, signer, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?)""",
            dossierId,
            text(order.book(), number, now),
            LocalDate.ofInstant(now, ZONE),
            clerk.fullName(),
            clerk.login(),
            now)
        .update();
    Query.of(
            connection,
            """
            insert into result_return
              (dossier_id, returned_at, returned_by, received_by, checked_id, channel)
            values (?, ?, ?, ?, '', ?)""",
            dossierId,
            now,
            clerk.login(),
            order.requester(),
            order.electronic() ? "ELECTRONIC" : "COUNTER")
        .update();
  }

  private static String text(Book book, int number, Instant at) {
    return "%d/%d-%s".formatted(number, at.atZone(ZONE).getYear(), book.symbol());
  }

  private static Optional<Certification> known(Connection connection, UUID requestId)
      throws SQLException {
    return Query.of(connection, ENTRY + " where e.request_id = ?", requestId)
        .first(CertificationService::entry);
  }

  /**
   * What was certified with a visit at a branch: a clerk is told her own number, whoever else
   * certifies there at the same moment. Empty: nothing at this branch.
   */
  public Optional<Certification> done(int branchId, long visitId) {
    access.requireAt(branchId, Role.CLERK);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              ENTRY + " where e.dataset_id = 1 and e.branch_id = ? and i.visit_id = ?",
              branchId,
              visitId)
          .first(CertificationService::entry);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * How many entries a branch made on a day, and their fees in đồng: all, however many there are.
   */
  public DayTotal total(int branchId, LocalDate day) {
    access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select count(*), coalesce(sum(fee), 0) from certification_entry
              where dataset_id = 1 and branch_id = ? and occurred_at >= ? and occurred_at < ?""",
              branchId,
              day.atStartOfDay(ZONE).toInstant(),
              day.plusDays(1).atStartOfDay(ZONE).toInstant())
          .first(row -> new DayTotal(row.getLong(1), row.getLong(2)))
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The day's entries of a branch, the latest first, at most 500 (danh sách trong ngày). Names of
   * requesters are shown, no numbers of papers.
   */
  public List<Certification> day(int branchId, LocalDate day) {
    access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              ENTRY
                  + """
                   where e.dataset_id = 1 and e.branch_id = ?
                     and e.occurred_at >= ? and e.occurred_at < ?
                   order by e.id desc limit 500""",
              branchId,
              day.atStartOfDay(ZONE).toInstant(),
              day.plusDays(1).atStartOfDay(ZONE).toInstant())
          .list(CertificationService::entry);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Certification entry(ResultSet row) throws SQLException {
    Book book = Book.valueOf(row.getString("book"));
    Instant at = Query.moment(row, "occurred_at");
    return new Certification(
        book,
        row.getInt("number"),
        text(book, row.getInt("number"), at),
        row.getString("agency"),
        at,
        row.getString("requester"),
        row.getString("title"),
        row.getInt("pages"),
        row.getInt("copies"),
        row.getLong("fee"),
        row.getString("clerk_name"),
        row.getString("dossier_code"),
        row.getString("fee_receipt"),
        row.getLong("visit_id"),
        row.getBoolean("electronic"));
  }
}
