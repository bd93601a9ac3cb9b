package vn.motcua.outage;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.identity.Access;
import vn.motcua.identity.Account;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;
import vn.motcua.reception.IntakeRecorder;
import vn.motcua.reception.IntakeRequest;
import vn.motcua.reception.IntakeResult;
import vn.motcua.reception.Occasion;
import vn.motcua.reports.ReportRenderer;
import vn.motcua.reports.SignedList;

/**
 * What a branch does before, during and after an outage: codes reserved on paper, the window, entry
 * afterwards. A dossier entered later happened when it happened (occurredAt) and is recorded now
 * (recordedAt); both are kept.
 */
@Stateless
public class OutageService {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");

  /** One block; more dossiers of one agency and day take a second one. */
  static final int MOST_CODES = 100;

  private static final Duration LONGEST_WINDOW = Duration.ofDays(7);
  private static final Duration FARTHEST_AHEAD = Duration.ofDays(1);

  /** Costs a layout to load. */
  private static final class Renderer {
    static final ReportRenderer INSTANCE = new ReportRenderer();
  }

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private Access access;
  @EJB private AuditTrail trail;
  @EJB private IntakeRecorder recorder;
  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.report.issuer", defaultValue = "Trung tâm Phục vụ hành chính công")
  private String issuer;

  @Inject
  @ConfigProperty(name = "motcua.report.place", defaultValue = "Hà Nội")
  private String place;

  public OutageService() {}

  /** For use without a container. */
  OutageService(
      DataSource database,
      Access access,
      AuditTrail trail,
      IntakeRecorder recorder,
      InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.recorder = recorder;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  /** Declares a window (công bố thời gian mất hệ thống). For the branch's director. */
  public long declare(int branchId, Instant from, Instant to, String reason) {
    Account director = access.requireAt(branchId, Role.BRANCH_DIRECTOR);
    Instant now = now();
    String why = text(reason);
    require("reason", !why.isEmpty());
    require("times", from != null && to != null && from.isBefore(to));
    require(
        "length",
        Duration.between(from, to).compareTo(LONGEST_WINDOW) <= 0
            && !to.isAfter(now.plus(FARTHEST_AHEAD)));
    try (Connection connection = database.getConnection()) {
      long id =
          Query.of(
                  connection,
                  """
                  insert into outage_window (dataset_id, branch_id, from_at, to_at, reason,
                    declared_by, declared_at)
                  values (1, ?, ?, ?, ?, ?, ?) returning id""",
                  branchId,
                  from,
                  to,
                  why,
                  director.login(),
                  now)
              .first(row -> row.getLong("id"))
              .orElseThrow();
      trail.record(
          "outage.declare", "outage " + id, Map.of("from", from.toString(), "to", to.toString()));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reserves codes of an agency and day: the counter will never give them out.
   *
   * @param agencyId the competent agency
   * @param count 1 to {@value #MOST_CODES}
   */
  public List<ReservedCode> reserve(int branchId, int agencyId, LocalDate day, int count) {
    Account who = access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    require("count", count >= 1 && count <= MOST_CODES);
    require(
        "day",
        day != null && !day.isBefore(today.minusDays(7)) && !day.isAfter(today.plusDays(31)));
    try (Connection connection = database.getConnection()) {
      record Agency(String identifier, String name) {}
      Agency agency =
          Query.of(
                  connection,
                  """
                  select a.identifier, u.name from unit u
                  join agency_identifier a
                    on a.dataset_id = 1 and a.unit_id = coalesce(u.lineage_id, u.id)
                  where u.id = ? and u.dataset_id = 1""",
                  agencyId)
              .first(row -> new Agency(row.getString("identifier"), row.getString("name")))
              .orElseThrow(() -> new OutageFailure.Invalid("agency"));
      int last =
          Query.of(
                  connection,
                  """
                  insert into dossier_code_counter as c (dataset_id, identifier, day, last)
                  values (1, ?, ?, ?)
                  on conflict (dataset_id, identifier, day)
                    do update set last = c.last + excluded.last
                  returning last""",
                  agency.identifier(),
                  day,
                  count)
              .first(row -> row.getInt("last"))
              .orElseThrow();
      List<ReservedCode> codes = new ArrayList<>();
      for (int number = last - count + 1; number <= last; number++) {
        String code =
            "%s-%s-%04d"
                .formatted(
                    agency.identifier(), DateTimeFormatter.ofPattern("yyMMdd").format(day), number);
        Query.of(
                connection,
                """
                insert into reserved_code
                  (dataset_id, code, branch_id, agency_id, day, reserved_by, reserved_at)
                values (1, ?, ?, ?, ?, ?, ?)""",
                code,
                branchId,
                agencyId,
                day,
                who.login(),
                now())
            .update();
        codes.add(new ReservedCode(code, agency.name(), day, false));
      }
      trail.record(
          "outage.reserve",
          "unit " + branchId,
          Map.of("agency", agency.identifier(), "day", day.toString(), "count", "" + count));
      return codes;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Enters what was received without the system. The same request again is answered with the same
   * visit.
   *
   * @param code reserved for this branch and the day of {@code occurredAt}, not used yet
   * @param occurredAt inside a declared window, and past
   * @param request one dossier
   */
  public IntakeResult enter(String code, Instant occurredAt, IntakeRequest request) {
    access.require(Role.CLERK);
    Account clerk = access.requireAt(request.branchId(), Role.CLERK);
    Instant now = now();
    String wanted = text(code);
    require("one-dossier", request.dossiers().size() == 1);
    require("moment", occurredAt != null && !occurredAt.isAfter(now));
    Instant at = occurredAt.truncatedTo(ChronoUnit.MILLIS);
    try (Connection connection = database.getConnection()) {
      checkWindow(connection, request.branchId(), at);
      Reserved reserved = locked(connection, request.branchId(), wanted, at);
      if (reserved.usedBy() != null && !reserved.requestId().equals(request.requestId())) {
        throw new OutageFailure.AlreadyEntered(
            wanted, reserved.usedBy(), MINUTE.format(reserved.usedAt().atZone(ZONE)));
      }
      Occasion occasion = new Occasion(Occasion.CITY, request.branchId(), clerk.login(), at);
      IntakeResult result = recorder.receiveAt(occasion, request, List.of(wanted));
      if (result.repeated()) {
        return result;
      }
      Query.of(
              connection,
              """
              update reserved_code set dossier_id = ?, used_by = ?, used_at = ?
              where dataset_id = 1 and code = ?""",
              result.dossiers().getFirst().id(),
              clerk.login(),
              now,
              wanted)
          .update();
      trail.record(
          "outage.enter",
          "dossier " + result.dossiers().getFirst().id(),
          Map.of("occurredAt", at.toString()));
      return result;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void checkWindow(Connection connection, int branchId, Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            select 1 from outage_window w join unit a on a.id = w.branch_id, unit b
            where w.dataset_id = 1 and b.id = ?
              and coalesce(a.lineage_id, a.id) = coalesce(b.lineage_id, b.id)
              and w.from_at <= ? and w.to_at >= ?""",
            branchId,
            at,
            at)
        .first(row -> true)
        .orElseThrow(() -> new OutageFailure.OutsideWindow(MINUTE.format(at.atZone(ZONE))));
  }

  /**
   * @param requestId of the visit that it became
   */
  private record Reserved(String usedBy, Instant usedAt, UUID requestId) {}

  private static Reserved locked(Connection connection, int branchId, String code, Instant at)
      throws SQLException {
    LocalDate day = LocalDate.ofInstant(at, ZONE);
    return Query.of(
            connection,
            """
            select coalesce(st.full_name, r.used_by) as used_by, r.used_at,
              (select v.request_id from dossier_intake i join visit v on v.id = i.visit_id
               where i.dossier_id = r.dossier_id) as request_id
            from reserved_code r join unit a on a.id = r.branch_id
            join unit b on b.id = ?
              and coalesce(a.lineage_id, a.id) = coalesce(b.lineage_id, b.id)
            left join account c on c.login = r.used_by left join staff st on st.id = c.staff_id
            where r.dataset_id = 1 and r.code = ? and r.day = ? for update of r""",
            branchId,
            code,
            day)
        .first(
            row ->
                new Reserved(
                    row.getString("used_by"),
                    Query.moment(row, "used_at"),
                    row.getObject("request_id", UUID.class)))
        .orElseThrow(() -> new OutageFailure.NotReserved(code, DAY.format(day)));
  }

  /** The windows of the caller's branches, the latest first. */
  public List<OutageWindow> windows() {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    Scope scope = access.scope();
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              """
              select w.*, u.name as branch, coalesce(st.full_name, w.declared_by) as who
              from outage_window w join unit u on u.id = w.branch_id
              left join account a on a.login = w.declared_by
              left join staff st on st.id = a.staff_id
              where w.dataset_id = 1 and (? or w.branch_id = any(?::int[]))
              order by w.from_at desc limit 50""",
              scope.wholeCity(),
              List.copyOf(scope.unitIds()))
          .list(
              row ->
                  new OutageWindow(
                      row.getLong("id"),
                      row.getString("branch"),
                      Query.moment(row, "from_at"),
                      Query.moment(row, "to_at"),
                      row.getString("reason"),
                      row.getString("who"),
                      Query.moment(row, "declared_at")));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The codes reserved for a branch and day, those of one agency together. */
  public List<ReservedCode> codes(int branchId, LocalDate day) {
    access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      return codes(connection, branchId, day);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ReservedCode> codes(Connection connection, int branchId, LocalDate day)
      throws SQLException {
    return Query.of(
            connection,
            """
            select r.code, u.name, r.day, r.dossier_id is not null as used
            from reserved_code r join unit u on u.id = r.agency_id
            where r.dataset_id = 1 and r.branch_id = ? and r.day = ?
            order by u.name, r.code limit 2000""",
            branchId,
            day)
        .list(
            row ->
                new ReservedCode(
                    row.getString("code"),
                    row.getString("name"),
                    row.getObject("day", LocalDate.class),
                    row.getBoolean("used")));
  }

  /** The day's list of codes on paper, to be filled in by hand. */
  public byte[] print(int branchId, LocalDate day) {
    access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      String branch =
          Query.of(connection, "select name from unit where id = ?", branchId)
              .first(row -> row.getString("name"))
              .orElseThrow(() -> new OutageFailure.Invalid("branch"));
      List<ReservedCode> codes = codes(connection, branchId, day);
      return Renderer.INSTANCE.pdf(
          new SignedList(
              List.of(issuer),
              List.of(branch),
              "",
              place,
              clock.instant().atZone(ZONE),
              "BẢNG MÃ HỒ SƠ GIỮ TRƯỚC KHI MẤT HỆ THỐNG",
              List.of(
                  "Dùng cho ngày "
                      + DAY.format(day)
                      + "; mỗi mã một hồ sơ, ghi ngay khi tiếp nhận."),
              List.of("Mã hồ sơ", "Cơ quan giải quyết", "Giờ, phút nhận", "Người nộp"),
              codes.stream()
                  .map(code -> new SignedList.Row(code.code(), code.agency(), "", ""))
                  .toList(),
              "NGƯỜI TIẾP NHẬN",
              "GIÁM ĐỐC CHI NHÁNH"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void require(String what, boolean there) {
    if (!there) {
      throw new OutageFailure.Invalid(what);
    }
  }

  private static String text(String typed) {
    return typed == null
        ? ""
        : Normalizer.normalize(typed, Normalizer.Form.NFC)
            .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
            .strip();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
