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
import vn.motcua.reports.ReceiptPaper;
import vn.motcua.reports.RefusalNotice;
import vn.motcua.reports.SupplementNotice;

/**
 * Forms about what was sent online or by post and is no dossier yet: a request for edits on form
 * 02, a refusal on form 03. Each is issued once, with a number of its own, and kept as printed.
 */
@Stateless
public class SubmissionForms {

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

  public SubmissionForms() {}

  /** For use without a container. */
  public SubmissionForms(
      DataSource database, Access access, AuditTrail trail, InstantSource clock) {
    this.database = database;
    this.access = access;
    this.trail = trail;
    this.clock = clock;
    issuer = "Trung tâm Phục vụ hành chính công";
    place = "Hà Nội";
  }

  private record Told(
      int step,
      int branchId,
      String branch,
      NoticeCase about,
      List<String> items,
      String reason,
      Instant at,
      String who) {}

  /**
   * The form about the last request for edits, or about the refusal, of a submission.
   *
   * @param number 02 or 03
   * @throws ProcessingFailure.NoForm where that did not happen to it
   */
  public FormFile print(long submissionId, String number) {
    access.require(Role.CLERK, Role.BRANCH_DIRECTOR);
    try (Connection connection = database.getConnection()) {
      FormKind form =
          FormKind.of(number)
              .filter(one -> one == FormKind.SUPPLEMENT || one == FormKind.REFUSAL)
              .orElseThrow(() -> new ProcessingFailure.NoForm(number));
      Told told = told(connection, submissionId, form);
      Account account = access.requireAt(told.branchId(), Role.CLERK, Role.BRANCH_DIRECTOR);
      trail.readPersonalData("submission " + submissionId, "form " + number);
      String name = "ho-so-nop-%d-mau-%s.pdf".formatted(submissionId, number);
      IssuedForms issued = new IssuedForms(connection);
      issued.lock(form, 0, -submissionId);
      byte[] before = issued.printedOfSubmission(form, submissionId, told.step()).orElse(null);
      if (before != null) {
        return new FormFile(name, before);
      }
      Instant now = clock.instant();
      String given = issued.nextNumber(form, told.branchId(), now);
      byte[] pdf = pdf(issued, form, told, given);
      issued.keepOfSubmission(
          form, submissionId, told.step(), told.branchId(), given, now, account.login(), pdf);
      trail.record(
          "form.issue", "submission " + submissionId, Map.of("form", number, "number", given));
      return new FormFile(name, pdf);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] pdf(IssuedForms issued, FormKind form, Told told, String number)
      throws SQLException {
    NoticeHead head =
        new NoticeHead(
            List.of(issuer),
            List.of(told.branch()),
            number,
            place,
            told.at().atZone(IssuedForms.ZONE),
            issued.edition(form, told.at()));
    if (form == FormKind.REFUSAL) {
      return FormService.Renderer.INSTANCE.pdf(
          new RefusalNotice(
              head, told.about(), told.reason(), told.branch(), told.about().owner(), told.who()));
    }
    return FormService.Renderer.INSTANCE.pdf(
        new SupplementNotice(
            head,
            told.about(),
            told.items().stream().map(item -> new ReceiptPaper(item, 0, 0, 0)).toList(),
            told.reason(),
            null,
            false,
            told.branch(),
            told.who()));
  }

  private static Told told(Connection connection, long id, FormKind form) throws SQLException {
    return Query.of(
            connection,
            """
            select s.branch_id, u.name as branch, t.sequence, t.items, t.reason, t.at,
              s.owner_name, submission_number(s.id, s.submitted_at, s.external_id) as number, s.content -> 'owner' ->> 'address' as address,
              s.content -> 'owner' ->> 'phone' as phone, s.content -> 'owner' ->> 'email' as email,
              coalesce(nullif(s.content ->> 'summary', ''), v.name, s.procedure_code) as matter,
              coalesce(f.full_name, t.actor) as who
            from submission s join unit u on u.id = s.branch_id
            join submission_step t on t.submission_id = s.id and t.kind = ?
            left join procedure p on p.dataset_id = 1 and p.code = s.procedure_code
            left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
            left join account a on a.login = t.actor left join staff f on f.id = a.staff_id
            where s.id = ? order by t.sequence desc limit 1""",
            form == FormKind.REFUSAL ? "REFUSED" : "EDIT_ASKED",
            id)
        .first(
            row ->
                new Told(
                    row.getInt("sequence"),
                    row.getInt("branch_id"),
                    row.getString("branch"),
                    new NoticeCase(
                        row.getString("branch"),
                        row.getString("owner_name"),
                        text(row.getString("address")),
                        text(row.getString("phone")),
                        text(row.getString("email")),
                        row.getString("number"),
                        row.getString("matter")),
                    Query.texts(row, "items"),
                    row.getString("reason"),
                    Query.moment(row, "at"),
                    row.getString("who")))
        .orElseThrow(() -> new ProcessingFailure.NoForm(form.number()));
  }

  private static String text(String read) {
    return read == null ? "" : read;
  }
}
