package vn.motcua.figures.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.StreamPosition;

/**
 * What the board shows.
 *
 * @param today the day of T: the last day that anything is known of
 * @param compared the days of the former period that the tiles are compared with
 * @param position how far the stream is
 * @param check the last comparison with the referee; null where none was made
 * @param open open at the end of the period, at T at the latest; overdue likewise
 * @param ages of those that are overdue at T
 * @param branches in the order of their names; without a branch last
 */
public record Board(
    DatasetSummary dataset,
    BoardQuestion question,
    LocalDate today,
    BoardPeriod compared,
    StreamPosition position,
    Check check,
    List<Tile> tiles,
    BoardSums sums,
    BoardSums formerSums,
    long open,
    long overdue,
    Ages ages,
    List<Part> branches,
    List<Part> fields) {

  /**
   * A comparison with the referee (trọng tài).
   *
   * @param horizon the cut at which it was made
   * @param time T of the cut
   * @param differences how many cells differ
   */
  public record Check(long horizon, Instant time, long differences) {

    public boolean matches() {
      return differences == 0;
    }
  }

  /** The overdue stock by age: up to 3 days, up to 10, more; calendar days of 24 hours. */
  public record Ages(long upTo3, long upTo10, long more) {

    public long total() {
      return upTo3 + upTo10 + more;
    }
  }

  /**
   * A branch or a field.
   *
   * @param id of one of its versions; 0: no branch
   * @param level of a field, may be empty
   * @param overdue at the end of the period
   */
  public record Part(int id, String code, String name, String level, BoardSums sums, long overdue) {

    /** The figure that ranks. */
    public Ratio lateness() {
      return Goal.K3.of(sums);
    }

    public Ratio onTime() {
      return sums.ratio(BoardFlow.ON_TIME, BoardFlow.DATED_RESOLVED);
    }
  }
}
