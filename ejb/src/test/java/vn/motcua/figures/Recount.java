package vn.motcua.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.dataset.DatasetSummary;

/**
 * A door to the referee and to the kept figures, for tests that hold the two against each other.
 */
public final class Recount {

  private Recount() {}

  /**
   * The cells of a horizon, of all days, in which the kept figures of the stream and the recount
   * differ.
   *
   * @param xid all transactions before this one count
   * @param time T
   */
  public static Comparison differences(
      Connection connection, DatasetSummary dataset, long horizon, String xid, Instant time)
      throws SQLException {
    return Referee.compare(
        connection,
        dataset,
        new Horizon(
            horizon,
            dataset.id(),
            LocalDate.MIN,
            LocalDate.MAX,
            Horizon.State.FROZEN,
            xid,
            time,
            true,
            true));
  }

  /** The referee's figures of a period. */
  public static List<PeriodFigures> referee(
      Connection connection, DatasetSummary dataset, String xid, Instant time, FigureQuery query)
      throws SQLException {
    return Referee.count(connection, dataset, xid, time, query);
  }

  /** The stream's figures of a period, as kept at the horizon that the query names. */
  public static List<PeriodFigures> stream(
      Connection connection, DatasetSummary dataset, FigureQuery query) throws SQLException {
    return StreamFigures.read(connection, dataset.id(), query);
  }
}
