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

  /** The series of the register, of the same dossiers; the range of minutes behind the stroke. */
  @Test
  void countsTheSeriesAsByHand() throws SQLException {
    Comparison comparison =
        Recount.differences(connection, CITY, horizon(), row("pg_snapshot_xmax"), NOW);
    Map<String, Long> counted = new TreeMap<>();
    for (Comparison.Difference cell : comparison.differences()) {
      if (cell.rollUp() == RollUp.INDICATORS) {
        counted.merge(branch(cell.unitId()) + " " + cell.flow(), cell.referee(), Long::sum);
      }
    }
    assertThat(counted)
        .containsOnly(
            Map.entry("B1 ACCEPTED", 2L),
            Map.entry("B1 ACCEPTED_ONCE", 1L),
            Map.entry("B1 RETURNED", 2L),
            Map.entry("B1 RATED_OF_RETURNED", 2L),
            // One day, three days.
            Map.entry("B1 RESULT_WAIT/67", 1L),
            Map.entry("B1 RESULT_WAIT/80", 1L),
            Map.entry("B2 ACCEPTED", 2L),
            Map.entry("B2 ACCEPTED_ONCE", 2L),
            Map.entry(" ACCEPTED", 1L),
            Map.entry(" ACCEPTED_ONCE", 1L),
            Map.entry("A RESOLVED", 3L),
            // 7, 74 and 242 hours; 100, 500 and 700 working minutes; 41 hours late.
            Map.entry("A FLOW_ELAPSED/53", 1L),
            Map.entry("A FLOW_ELAPSED/80", 1L),
            Map.entry("A FLOW_ELAPSED/94", 1L),
            Map.entry("A FLOW_WORKING/36", 1L),
            Map.entry("A FLOW_WORKING/55", 1L),
            Map.entry("A FLOW_WORKING/58", 1L),
            Map.entry("A PAUSED_TIME", 3L),
            Map.entry("A LATE_BY/73", 1L),
            Map.entry("A STEPPED", 2L),
            Map.entry("A STEPS", 3L));
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
