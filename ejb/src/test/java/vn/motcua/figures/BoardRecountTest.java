package vn.motcua.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetSummary;

/** The referee's count of the board against a count by hand. */
class BoardRecountTest {

  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  private static final DatasetSummary CITY =
      new DatasetSummary(1, "hanoi", "", "CITY", EveryClassFixture.ZONE, "ACTIVE", null);
  private static final Map<String, Integer> IDS =
      Map.of("A", 101, "B1", 102, "B2", 103, "F1", 201, "F2", 202);

  private static Connection connection;

  @BeforeAll
  static void start() throws SQLException {
    connection = TestDatabase.fresh().getConnection();
    BoardFixture.play(new HistoryRows(connection, 1, 0, IDS));
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
  }

  /** The stream's side is empty, so every cell of the referee's is told as a difference. */
  @Test
  void countsAsByHand() throws SQLException {
    Comparison comparison =
        Recount.differences(connection, CITY, horizon(), row("pg_snapshot_xmax"), NOW);
    Map<String, Map<String, Long>> counted = new TreeMap<>();
    for (Comparison.Difference cell : comparison.differences()) {
      if (cell.rollUp() == RollUp.BOARD) {
        counted
            .computeIfAbsent(branch(cell.unitId()), key -> new TreeMap<>())
            .merge(cell.flow(), cell.referee(), Long::sum);
      }
    }
    assertThat(counted).isEqualTo(BoardFixture.counts());
  }

  @Test
  void knowsNothingRecordedAfterTheHorizon() throws SQLException {
    assertThat(Recount.differences(connection, CITY, horizon(), "1", NOW).matches()).isTrue();
  }

  private static String branch(int id) {
    return IDS.entrySet().stream()
        .filter(known -> known.getValue() == id)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static long horizon() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "insert into horizon (dataset_id, requested_by) values (1, 'test') returning id")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String row(String function) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select " + function + "(pg_current_snapshot())::text")) {
      row.next();
      return row.getString(1);
    }
  }
}
