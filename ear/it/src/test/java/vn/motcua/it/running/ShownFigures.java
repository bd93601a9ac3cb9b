package vn.motcua.it.running;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the read model shows of the city at one moment, beside the log at the same moment: one
 * statement, so one snapshot.
 *
 * @param time T that the figures state: all that was recorded before it is in them
 * @param figures dossiers received, out of {@code figure_day}
 * @param board the same out of {@code board_day}
 * @param facts dossiers that the stream knows
 * @param before how many receipts the log has from before T
 * @param logged how many it has
 */
public record ShownFigures(
    long time, long figures, long board, long facts, long before, long logged) {

  private static final String SHOWN =
      """
      select (extract(epoch from p.time) * 1000)::bigint,
        (select coalesce(sum(received), 0) from figure_day f
         where f.generation = p.generation and f.dataset_id = 1),
        (select coalesce(sum(received), 0) from board_day f
         where f.generation = p.generation and f.dataset_id = 1),
        (select count(*) from dossier_fact f
         where f.generation = p.generation and f.dataset_id = 1),
        (select count(*) from domain_event
         where dataset_id = 1 and type = 'DossierReceived' and recorded_at < p.time),
        (select count(*) from domain_event
         where dataset_id = 1 and type = 'DossierReceived')
      from read_model join stream_position p on p.generation = active_generation""";

  private static final String LOGGED =
      "select count(*), count(*) filter (where recorded_at < timestamptz '%s')"
          + " from domain_event where dataset_id = 1 and type = 'DossierReceived'";

  /** What stood in the log before a moment, and what stands there now. */
  public record Log(long before, long now) {}

  /**
   * @throws SQLException while the database is away
   */
  public static ShownFigures read() throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SHOWN)) {
      row.next();
      return new ShownFigures(
          row.getLong(1),
          row.getLong(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  /**
   * @param moment in ISO 8601
   * @throws SQLException while the database is away
   */
  public static Log log(String moment) throws SQLException {
    try (Connection connection = Database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LOGGED.formatted(moment))) {
      row.next();
      return new Log(row.getLong(2), row.getLong(1));
    }
  }

  /**
   * Each roll-up covers a part of the log that reaches to T at least. Between two ticks they may
   * differ by what is on its way.
   */
  public boolean isRightFor(ShownFigures first) {
    return isWithin(figures - first.figures, first)
        && isWithin(board - first.board, first)
        && isWithin(facts - first.facts, first);
  }

  private boolean isWithin(long counted, ShownFigures first) {
    return counted >= before - first.logged && counted <= logged - first.logged;
  }
}
