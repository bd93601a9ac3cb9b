package vn.motcua.analytics.job.facts;

import java.util.List;
import vn.motcua.events.Outcome;

/**
 * A stretch during which one unit is accountable for an open dossier. A dossier is a list of them.
 *
 * @param start receivedAt, reattributedAt or reopenedAt, UTC milliseconds
 * @param end finishedAt, closedAt, voidedAt or reattributedAt; {@link Entry#NONE} while it lasts
 * @param ending null while it lasts
 * @param result how a stint that ended the dossier counts; null for a transfer and while it lasts
 * @param outcome of a resolved dossier, else null
 * @param segments the classes it passed through, without gaps from start to end; those of no length
 *     are left out
 */
public record Stint(
    int unitId,
    int branchId,
    Beginning beginning,
    long start,
    Ending ending,
    long end,
    Standing result,
    Outcome outcome,
    List<Segment> segments) {

  /** How a stint begins. */
  public enum Beginning {
    RECEIVED,
    TRANSFERRED_IN,
    REOPENED
  }

  /** How a stint ends. */
  public enum Ending {
    RESOLVED,
    CLOSED,
    VOIDED,
    TRANSFERRED_OUT
  }

  /**
   * A part of a stint in one class.
   *
   * @param standing WITHIN, PAUSED or OVERDUE
   * @param to {@link Entry#NONE} while it lasts. Where the log has an end before the start, to lies
   *     before from, and the stock is negative in between rather than the identity broken.
   */
  public record Segment(Standing standing, long from, long to) {}

  public boolean lasts() {
    return ending == null;
  }
}
