package vn.motcua.figures.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.figures.Comparison.Difference;
import vn.motcua.figures.RollUp;
import vn.motcua.figures.index.IndexComponent;
import vn.motcua.figures.index.IndexTexts;

/**
 * What the stream does not count is counted by two texts, which agree on any tables. Now is
 * 28/9/2026 10:00 in Hanoi.
 */
class TableRefereeTest {

  private static final Instant NOW = Instant.parse("2026-09-28T03:00:00Z");
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final DatasetSummary CITY =
      new DatasetSummary(1, "hanoi", "", "CITY", HANOI, "ACTIVE", null);
  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 1);

  /**
   * Every figure of the register is counted twice: by the stream and the referee, or by two texts.
   */
  @Test
  void everyFigureHasASecondCount() {
    Set<IndexComponent> without = new HashSet<>(List.of(IndexComponent.values()));
    without.removeAll(IndexTexts.second().keySet());
    assertThat(without).as("of the index").isEmpty();
    assertThat(IndexTexts.second().keySet()).isEqualTo(IndexTexts.first().keySet());
    assertThat(IndexTexts.first())
        .allSatisfy(
            (component, text) -> assertThat(text).isNotEqualTo(IndexTexts.second().get(component)));
    for (Indicator indicator : IndicatorRegister.all()) {
      boolean composed = indicator.source() instanceof Source.Composed;
      assertThat(composed || indicator.isStreamed() || TableReferee.hasTexts(indicator))
          .as(indicator.code())
          .isTrue();
      if (TableReferee.hasTexts(indicator)) {
        assertThat(IndicatorCells.second(indicator.source()))
            .as(indicator.code())
            .isNotEqualTo(IndicatorCells.first(indicator.source()));
      }
    }
    assertThat(IndicatorRegister.all())
        .filteredOn(indicator -> indicator.source() instanceof Source.Composed)
        .as("made of components that are counted twice")
        .extracting(Indicator::code)
        .containsExactly("T1");
  }

  @Property(tries = 6)
  void bothTextsAgreeOnWhateverLiesThere(@ForAll @IntRange(max = 1_000_000) int seed)
      throws SQLException, IOException {
    try (Connection connection = TestDatabase.fresh().getConnection()) {
      fill(connection, seed);
      List<Difference> differences = new ArrayList<>();
      long count = TableReferee.compare(connection, CITY, FROM, TO, NOW, differences);
      assertThat(differences).isEmpty();
      assertThat(count).isZero();
    }
  }

  /** Over a few seeds that are always the same. */
  @Test
  void noFigureIsOnlyEverComparedAsNought() throws SQLException, IOException {
    Set<String> empty = null;
    for (int seed = 1; seed <= 4; seed++) {
      try (Connection connection = TestDatabase.fresh().getConnection()) {
        fill(connection, seed);
        List<String> now = empty(connection);
        if (empty == null) {
          empty = new HashSet<>(now);
        } else {
          empty.retainAll(now);
        }
      }
    }
    assertThat(empty).isEmpty();
  }

  @Test
  void aFigureThatOneTextMissesIsTold() throws SQLException, IOException {
    try (Connection connection = TestDatabase.fresh().getConnection()) {
      fill(connection, 7);
      // A rating without its row of the history: only one of the texts sees it.
      run(
          connection,
          """
          set session_replication_role = replica;
          insert into rating (dossier_id, given_at, place, answers, trust)
          select id, '2026-09-05T03:00:00Z', 'LINK', '{5,5,5,5,5}', 5 from dossier d
          where d.state = 'OPEN' and not exists (select from rating r where r.dossier_id = d.id)
          limit 1
          """);
      List<Difference> differences = new ArrayList<>();
      assertThat(TableReferee.compare(connection, CITY, FROM, TO, NOW, differences)).isEqualTo(5);
      assertThat(differences)
          .allMatch(cell -> cell.rollUp() == RollUp.TABLES && cell.stream() + 1 == cell.referee())
          .extracting(Difference::flow)
          .containsExactly("SIPAS_1", "SIPAS_2", "SIPAS_3", "SIPAS_4", "SIPAS_5");
    }
  }

  /** Figures of the random tables that have nothing to divide by or to count. */
  private static List<String> empty(Connection connection) throws SQLException {
    List<String> empty = new ArrayList<>();
    IndicatorReading reading = new IndicatorReading(connection, CITY, NOW);
    for (Indicator indicator : IndicatorRegister.all()) {
      if (TableReferee.hasTexts(indicator)) {
        Dimension by = indicator.hasWhole() ? Dimension.NONE : Dimension.PROCEDURE;
        IndicatorAnswer answer =
            reading.read(indicator, new IndicatorQuestion("hanoi", FROM, TO, by, null, null, null));
        assertThat(answer.total().exists() && !indicator.hasWhole()).isFalse();
        if (answer.total().numerator() == 0
            && answer.parts().stream().allMatch(part -> part.value().numerator() == 0)) {
          empty.add(indicator.code());
        }
      }
    }
    return empty;
  }

  private static void fill(Connection connection, int seed) throws SQLException, IOException {
    try (InputStream in = TableRefereeTest.class.getResourceAsStream("random-tables.sql")) {
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      run(connection, sql.replace(":seed", "s" + seed));
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
