package vn.motcua.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.FigureQuery.Cut;

/** The referee against counts made by hand. */
class RefereeTest {

  private static final Instant NOW = Instant.parse("2025-09-01T00:00:00Z");
  private static final DatasetSummary CITY =
      new DatasetSummary(1, "hanoi", "Hà Nội", "CITY", EveryClassFixture.ZONE, "ACTIVE", null);

  private static Connection connection;
  private static Map<String, Integer> ids;

  @BeforeAll
  static void playTheFixture() throws SQLException {
    connection = TestDatabase.fresh().getConnection();
    ids = new HashMap<>();
    for (String unit : List.of("A", "B")) {
      ids.put(
          unit,
          id(
              "insert into unit (dataset_id, code, name, kind) values (1, '%1$s', 'Cơ quan %1$s',"
                  + " 'DEPARTMENT') returning id",
              unit));
    }
    for (String field : List.of("F1", "F2")) {
      ids.put(
          field,
          id(
              "insert into field (dataset_id, code, name) values (1, '%1$s', 'Lĩnh vực %1$s')"
                  + " returning id",
              field));
    }
    EveryClassFixture.play(new HistoryRows(connection, 1, 0, ids));
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
  }

  @Test
  void countsEveryClassAsByHand() throws SQLException {
    assertThat(count("A", EveryClassFixture.JUNE, EveryClassFixture.JULY))
        .containsExactly(EveryClassFixture.juneOfA());
    assertThat(count("A", EveryClassFixture.JULY, EveryClassFixture.AUGUST))
        .containsExactly(EveryClassFixture.julyOfA());
    assertThat(count("B", EveryClassFixture.JULY, EveryClassFixture.AUGUST))
        .containsExactly(EveryClassFixture.julyOfB());
  }

  @Test
  void theIdentityHoldsForEachUnitOnEachDay() throws SQLException {
    for (Integer unit : List.of(ids.get("A"), ids.get("B"))) {
      FigureQuery query =
          new FigureQuery(
              "hanoi",
              EveryClassFixture.JUNE,
              EveryClassFixture.AUGUST,
              unit,
              null,
              null,
              null,
              Cut.DAY,
              null);
      List<PeriodFigures> days = Referee.count(connection, CITY, horizon(), NOW, query);
      assertThat(days).hasSize(61).allMatch(PeriodFigures::identityHolds);
      for (int i = 1; i < days.size(); i++) {
        assertThat(days.get(i).carriedOver()).isEqualTo(days.get(i - 1).open());
      }
    }
  }

  @Test
  void knowsNothingRecordedAfterTheHorizon() throws SQLException {
    String before = horizon();
    // Another dataset does not count either.
    new HistoryRows(connection, 2, 1_000, ids)
        .receive("X", "A", "F1", "DIRECT", Instant.parse("2025-06-02T01:00:00Z"), null);
    FigureQuery query =
        new FigureQuery(
            "hanoi",
            EveryClassFixture.JUNE,
            EveryClassFixture.JULY,
            null,
            null,
            null,
            null,
            Cut.NONE,
            null);
    assertThat(Referee.count(connection, CITY, "1", NOW, query).getFirst().received()).isZero();
    assertThat(Referee.count(connection, CITY, before, NOW, query).getFirst().received())
        .isEqualTo(32);
  }

  @Test
  void overdueDependsOnThePresentOfTheHorizon() throws SQLException {
    Instant due = Instant.parse("2025-06-10T10:00:00Z");
    new HistoryRows(connection, 7, 2_000, ids)
        .receive("Y", "A", "F1", "DIRECT", due.minusSeconds(86_400), due);
    DatasetSummary other =
        new DatasetSummary(7, "other", "", "CITY", EveryClassFixture.ZONE, "ACTIVE", null);
    FigureQuery query =
        new FigureQuery(
            "other",
            EveryClassFixture.JUNE,
            EveryClassFixture.JULY,
            null,
            null,
            null,
            null,
            Cut.NONE,
            null);
    assertThat(Referee.count(connection, other, horizon(), due, query).getFirst().overdue())
        .isZero();
    assertThat(
            Referee.count(connection, other, horizon(), due.plusMillis(1), query)
                .getFirst()
                .overdue())
        .isOne();
  }

  private List<PeriodFigures> count(String unit, LocalDate from, LocalDate to) throws SQLException {
    FigureQuery query =
        new FigureQuery("hanoi", from, to, ids.get(unit), null, null, null, Cut.NONE, null);
    return Referee.count(connection, CITY, horizon(), NOW, query);
  }

  private static String horizon() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
      row.next();
      return row.getString(1);
    }
  }

  private static int id(String sql, String code) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql.formatted(code));
        ResultSet row = insert.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
