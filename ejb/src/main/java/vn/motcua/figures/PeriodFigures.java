package vn.motcua.figures;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The figures of one period, or of one part of it. Counts of dossiers.
 *
 * @param bucket the day or month, empty where the period is not cut by time
 * @param part id of the unit or field, or the channel; null where not cut so
 */
public record PeriodFigures(
    String bucket,
    String part,
    long carriedOver,
    long receivedDirect,
    long receivedOnline,
    long receivedPost,
    long receivedOther,
    long transferredIn,
    long reopened,
    long earlyGranted,
    long earlyRefused,
    long onTimeGranted,
    long onTimeRefused,
    long lateGranted,
    long lateRefused,
    long undatedGranted,
    long undatedRefused,
    long closedBeforeDue,
    long closedAfterDue,
    long voided,
    long transferredOut,
    long open,
    long within,
    long paused,
    long overdue) {

  static PeriodFigures read(ResultSet row) throws SQLException {
    return new PeriodFigures(
        row.getString("bucket"),
        row.getString("part"),
        row.getLong("carried_over"),
        row.getLong("received_direct"),
        row.getLong("received_online"),
        row.getLong("received_post"),
        row.getLong("received_other"),
        row.getLong("transferred_in"),
        row.getLong("reopened"),
        row.getLong("early_granted"),
        row.getLong("early_refused"),
        row.getLong("on_time_granted"),
        row.getLong("on_time_refused"),
        row.getLong("late_granted"),
        row.getLong("late_refused"),
        row.getLong("undated_granted"),
        row.getLong("undated_refused"),
        row.getLong("closed_before_due"),
        row.getLong("closed_after_due"),
        row.getLong("voided"),
        row.getLong("transferred_out"),
        row.getLong("open"),
        row.getLong("within"),
        row.getLong("paused"),
        row.getLong("overdue"));
  }

  public long received() {
    return receivedDirect + receivedOnline + receivedPost + receivedOther;
  }

  public long early() {
    return earlyGranted + earlyRefused;
  }

  public long onTime() {
    return onTimeGranted + onTimeRefused;
  }

  public long late() {
    return lateGranted + lateRefused;
  }

  public long undated() {
    return undatedGranted + undatedRefused;
  }

  public long resolved() {
    return early() + onTime() + late() + undated();
  }

  public long closedWithoutResult() {
    return closedBeforeDue + closedAfterDue;
  }

  /**
   * Whether what came in equals what went out and what is left, and the open ones fall wholly into
   * their classes. Every term was counted by itself.
   */
  public boolean identityHolds() {
    return carriedOver + received() + transferredIn + reopened
            == resolved() + closedWithoutResult() + voided + transferredOut + open
        && open == within + paused + overdue;
  }
}
