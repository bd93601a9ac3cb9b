package vn.motcua.figures;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.motcua.dataset.DatasetSummary;

/**
 * Recounts the figures from the operational history by hand-written SQL (trọng tài). It knows
 * nothing of the stream; it is asked at a cut of the log and can be asked again at the same cut for
 * ever.
 */
final class Referee {

  private static final String PERIOD = SqlText.of("referee.sql") + SqlText.of("referee-period.sql");
  private static final String DAYS = SqlText.of("referee.sql") + SqlText.of("referee-days.sql");

  private static final String BOARD = SqlText.of("referee.sql") + SqlText.of("referee-board.sql");

  private static final String INDICATORS =
      SqlText.of("referee.sql") + SqlText.of("referee-indicators.sql");

  private Referee() {}

  /**
   * @param xid all transactions before this one count
   * @param time what is due before this moment and not ended is overdue
   */
  static List<PeriodFigures> count(
      Connection connection, DatasetSummary dataset, String xid, Instant time, FigureQuery query)
      throws SQLException {
    try (RecountSession session = new RecountSession(connection);
        PreparedStatement statement = connection.prepareStatement(PERIOD)) {
      bindCut(statement, dataset, xid, time);
      StreamFigures.bindQuery(statement, 5, query);
      return StreamFigures.rows(statement);
    }
  }

  /** The cells of a frozen horizon that differ from the recount; the first 200 of each roll-up. */
  static Comparison compare(Connection connection, DatasetSummary dataset, Horizon horizon)
      throws SQLException {
    List<Comparison.Difference> differences = new ArrayList<>();
    Map<RollUp, Long> counts = new EnumMap<>(RollUp.class);
    for (RollUp rollUp : RollUp.values()) {
      if (horizon.has(rollUp)) {
        counts.put(rollUp, compare(connection, dataset, horizon, rollUp, differences));
      }
    }
    long count = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Comparison(count == 0, count, differences, counts);
  }

  private static long compare(
      Connection connection,
      DatasetSummary dataset,
      Horizon horizon,
      RollUp rollUp,
      List<Comparison.Difference> differences)
      throws SQLException {
    long count = 0;
    try (RecountSession session = new RecountSession(connection);
        PreparedStatement statement = connection.prepareStatement(text(rollUp))) {
      bindCut(statement, dataset, horizon.xid(), horizon.timeFor(dataset));
      statement.setObject(5, horizon.from());
      statement.setObject(6, horizon.to());
      statement.setLong(7, horizon.id());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          count = row.getLong("differences");
          differences.add(
              new Comparison.Difference(
                  rollUp,
                  row.getObject("day", LocalDate.class),
                  row.getInt("unit_id"),
                  row.getInt("field_id"),
                  row.getString("channel"),
                  row.getBoolean("dated"),
                  row.getString("flow"),
                  row.getLong("stream"),
                  row.getLong("referee")));
        }
      }
    }
    return count;
  }

  private static String text(RollUp rollUp) {
    return switch (rollUp) {
      case FIGURES -> DAYS;
      case BOARD -> BOARD;
      case INDICATORS -> INDICATORS;
      case TABLES -> throw new IllegalArgumentException("nothing is kept of the tables");
    };
  }

  private static void bindCut(
      PreparedStatement statement, DatasetSummary dataset, String xid, Instant time)
      throws SQLException {
    statement.setInt(1, dataset.id());
    statement.setString(2, xid);
    statement.setObject(3, time.atOffset(ZoneOffset.UTC));
    statement.setString(4, dataset.zone().getId());
  }
}
