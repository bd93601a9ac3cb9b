package vn.motcua.processing;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
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
import vn.motcua.reports.NoticeCase;
import vn.motcua.reports.NoticeHead;
import vn.motcua.reports.RefusalNotice;

/**
 * Refusing at the counter (từ chối tiếp nhận, form 03): nothing is accepted, so there is no
 * dossier; refusals are counted beside, and a refusal before a filing is that episode's first
 * request.
 */
@Stateless
public class RefusalService {

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

  public RefusalService() {}

  /** For use without a container. */
  RefusalService(DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  /**
   * Refuses; answers the refusal's id. The same request again is answered with the same one.
   *
   * @throws vn.motcua.identity.IdentityFailure.NotForPostStaff where post staff would refuse
   * @throws ProcessingFailure.Missing where a name, a procedure or the reason was not written
   */
  public long refuse(int branchId, ReceptionRefusal refusal) {
    Account clerk = access.requireAt(branchId, Role.CLERK, Role.BRANCH_DIRECTOR);
    access.refusePostStaff();
    refusal.check();
    try (Connection connection = database.getConnection()) {
      Long known = known(connection, refusal.requestId());
      if (known != null) {
        return known;
      }
      Instant now = clock.instant();
      record Procedure(int id, String name) {}
      Procedure procedure =
          Query.of(
                  connection,
                  """
                  select p.id, coalesce(v.name, p.code) as name from procedure p
                  left join procedure_version v on v.procedure_id = p.id
                    and v.valid_to = 'infinity'
                  where p.dataset_id = 1 and p.code = ?""",
                  refusal.procedureCode())
              .first(row -> new Procedure(row.getInt("id"), row.getString("name")))
              .orElseThrow(() -> new ProcessingFailure.Missing("procedure"));
      long id =
          Query.of(
                  connection,
                  """
                  insert into reception_refusal (dataset_id, branch_id, request_id, procedure_id,
                    procedure_name, full_name, national_id, address, phone, email, submitter,
                    reason, refused_by, refused_at)
                  values (1, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?, ?, ?) returning id""",
                  branchId,
                  refusal.requestId(),
                  procedure.id(),
                  procedure.name(),
                  refusal.fullName(),
                  refusal.nationalId(),
                  refusal.address(),
                  refusal.phone(),
                  refusal.email(),
                  refusal.submitter(),
                  refusal.reason(),
                  clerk.login(),
                  now)
              .first(row -> row.getLong(1))
              .orElseThrow();
      trail.record(
          "reception.refuse",
          "refusal " + id,
          Map.of("branch", Integer.toString(branchId), "procedure", refusal.procedureCode()));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Long known(Connection connection, UUID requestId) throws SQLException {
    Query.of(
            connection,
            "select pg_advisory_xact_lock(hashtextextended('refusal ' || ?, 0))",
            requestId.toString())
        .first(row -> true);
    return Query.of(connection, "select id from reception_refusal where request_id = ?", requestId)
        .first(row -> row.getLong(1))
        .orElse(null);
  }

  private record Row(
      int branchId,
      String branch,
      NoticeCase about,
      String submitter,
      String reason,
      Instant at,
      String who) {}

  /**
   * Form 03, issued once and kept as printed. Issuing it is part of refusing, which post staff do
   * not; what was issued they may hand out again.
   *
   * @throws vn.motcua.identity.IdentityFailure.NotForPostStaff where post staff would issue it
   * @throws ProcessingFailure.NoForm where there is no such refusal
   */
  public FormFile print(long id) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      Row row = row(connection, id);
      Account account = access.requireAt(row.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      trail.readPersonalData("refusal " + id, "form 03");
      IssuedForms issued = new IssuedForms(connection);
      issued.lock(FormKind.REFUSAL, 0, id);
      byte[] pdf = issued.printed(FormKind.REFUSAL, 0, id).orElse(null);
      if (pdf == null) {
        access.refusePostStaff();
        Instant now = clock.instant();
        String number = issued.nextNumber(FormKind.REFUSAL, row.branchId(), now);
        pdf =
            FormService.Renderer.INSTANCE.pdf(
                new RefusalNotice(
                    new NoticeHead(
                        List.of(issuer),
                        List.of(row.branch()),
                        number,
                        place,
                        row.at().atZone(IssuedForms.ZONE),
                        issued.edition(FormKind.REFUSAL, row.at())),
                    row.about(),
                    row.reason(),
                    row.branch(),
                    row.submitter(),
                    row.who()));
        issued.keep(FormKind.REFUSAL, null, id, row.branchId(), number, now, account.login(), pdf);
        trail.record("form.issue", "refusal " + id, Map.of("form", "03", "number", number));
      }
      return new FormFile("tu-choi-%d-mau-03.pdf".formatted(id), pdf);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Row row(Connection connection, long id) throws SQLException {
    return Query.of(
            connection,
            """
            select r.*, u.name as branch, coalesce(s.full_name, r.refused_by) as who
            from reception_refusal r join unit u on u.id = r.branch_id
            left join account a on a.login = r.refused_by left join staff s on s.id = a.staff_id
            where r.id = ?""",
            id)
        .first(
            row ->
                new Row(
                    row.getInt("branch_id"),
                    row.getString("branch"),
                    new NoticeCase(
                        row.getString("branch"),
                        row.getString("full_name"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getString("email"),
                        "",
                        row.getString("procedure_name")),
                    row.getString("submitter").isEmpty()
                        ? row.getString("full_name")
                        : row.getString("submitter"),
                    row.getString("reason"),
                    Query.moment(row, "refused_at"),
                    row.getString("who")))
        .orElseThrow(() -> new ProcessingFailure.NoForm("03"));
  }
}
