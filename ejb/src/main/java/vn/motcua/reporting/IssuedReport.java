package vn.motcua.reporting;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A report that was issued (báo cáo đã lập).
 *
 * @param from first day of its period
 * @param to the day after the last
 * @param horizon the cut of the log that its figures are of
 */
public record IssuedReport(
    long id, String form, LocalDate from, LocalDate to, long horizon, Instant issuedAt) {

  /** The two ways a report is kept. */
  public enum Format {
    PDF,
    XLSX
  }
}
