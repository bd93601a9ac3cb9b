package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.reports.FormEdition;

/** Forms as they were issued: each has one number and one print, kept for ever. */
final class IssuedForms {

  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final Connection connection;

  IssuedForms(Connection connection) {
    this.connection = connection;
  }

  /**
   * @param dossierId 0 where it is about none
   */
  Optional<byte[]> printed(FormKind form, long dossierId, long subject) throws SQLException {
    return Query.of(
            connection,
            """
            select pdf from issued_form
            where form = ? and coalesce(dossier_id, 0) = ? and subject = ?
              and submission_id is null""",
            form,
            dossierId,
            subject)
        .first(row -> row.getBytes("pdf"));
  }

  /** The print about a step of a submission. */
  Optional<byte[]> printedOfSubmission(FormKind form, long submissionId, int step)
      throws SQLException {
    return Query.of(
            connection,
            "select pdf from issued_form where form = ? and submission_id = ? and subject = ?",
            form,
            submissionId,
            step)
        .first(row -> row.getBytes("pdf"));
  }

  /** Lets one transaction at a time issue a form. */
  void lock(FormKind form, long dossierId, long subject) throws SQLException {
    Query.of(
            connection,
            "select pg_advisory_xact_lock(hashtextextended(?, 0))",
            "form %s %d %d".formatted(form, dossierId, subject))
        .first(row -> true);
  }

  /** The next number of a body, form and year: {@code 17/2026/02-code}. */
  String nextNumber(FormKind form, int unitId, Instant at) throws SQLException {
    int year = at.atZone(ZONE).getYear();
    int last =
        Query.of(
                connection,
                """
                insert into form_counter as c (unit_id, form, year, last)
                select coalesce(lineage_id, id), ?, ?, 1 from unit where id = ?
                on conflict (unit_id, form, year) do update set last = c.last + 1
                returning last""",
                form,
                year,
                unitId)
            .first(row -> row.getInt("last"))
            .orElseThrow();
    return "%d/%d/%s".formatted(last, year, form.number());
  }

  void keep(
      FormKind form,
      Long dossierId,
      long subject,
      int unitId,
      String number,
      Instant at,
      String actor,
      byte[] pdf)
      throws SQLException {
    keep(form, dossierId, null, subject, unitId, number, at, actor, pdf);
  }

  /** Keeps a print about a step of a submission. */
  void keepOfSubmission(
      FormKind form,
      long submissionId,
      int step,
      int unitId,
      String number,
      Instant at,
      String actor,
      byte[] pdf)
      throws SQLException {
    keep(form, null, submissionId, step, unitId, number, at, actor, pdf);
  }

  private void keep(
      FormKind form,
      Long dossierId,
      Long submissionId,
      long subject,
      int unitId,
      String number,
      Instant at,
      String actor,
      byte[] pdf)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into issued_form
              (form, dossier_id, submission_id, subject, unit_id, number, issued_at, issued_by, pdf)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            form,
            dossierId,
            submissionId,
            subject,
            unitId,
            number,
            at,
            actor,
            pdf)
        .update();
  }

  /** Number and wording of the form on the day of issue. */
  FormEdition edition(FormKind form, Instant at) throws SQLException {
    LocalDate day = LocalDate.ofInstant(at, ZONE);
    return Query.of(
            connection,
            """
            select number, title, issued_under from form_edition
            where form = ? and valid_from <= ? and valid_to > ?""",
            form,
            day,
            day)
        .first(
            row ->
                new FormEdition(
                    row.getString("number").isEmpty()
                        ? "Mẫu dùng nội bộ"
                        : "Mẫu số " + row.getString("number"),
                    row.getString("issued_under"),
                    List.of(row.getString("title"))))
        .orElseThrow(() -> new ProcessingFailure.NoForm(form.number()));
  }
}
