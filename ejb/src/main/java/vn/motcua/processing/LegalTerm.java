package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import vn.motcua.database.Query;
import vn.motcua.worktime.Allowance;
import vn.motcua.worktime.AllowanceUnit;

/**
 * Terms of the law on a dossier's way, as table {@code processing_rule} has them on a day:
 * uncertain law is data with dates, not code.
 */
enum LegalTerm {
  /** Within this of the receipt an incomplete dossier is answered (NĐ 118 Đ19.5). */
  SUPPLEMENT_ASK,
  /** Within this the applicant answers (NĐ 118 Đ19.5). */
  SUPPLEMENT_ANSWER,
  /** So long before the due day the agency apologises (NĐ 118 Đ19.6). */
  APOLOGY_BEFORE,
  /** So long before the due moment an apology is proposed. */
  APOLOGY_DRAFT,
  /** Within this the agency's own error in a result is put right (NĐ 118 Đ23). */
  RESULT_CORRECTION,
  /** After this a result that nobody took is worth a reminder. */
  RESULT_UNCLAIMED;

  private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");

  /** What holds on the day of a moment in the city. */
  Allowance at(Connection connection, Instant moment) throws SQLException {
    LocalDate day = LocalDate.ofInstant(moment, CITY);
    return Query.of(
            connection,
            """
            select amount, unit from processing_rule
            where code = ? and valid_from <= ? and valid_to > ?""",
            name(),
            day,
            day)
        .first(
            row -> new Allowance(row.getInt("amount"), AllowanceUnit.ofCode(row.getString("unit"))))
        .orElseThrow(() -> new IllegalStateException("No rule " + name() + " on " + day));
  }
}
