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
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetSummary;

/** What is counted of late dossiers in one pass is what each figure counts alone. */
class LatenessTogetherTest {

  private static final Instant NOW = Instant.parse("2026-09-28T03:00:00Z");
  private static final DatasetSummary CITY =
      new DatasetSummary(1, "hanoi", "", "CITY", ZoneId.of("Asia/Ho_Chi_Minh"), "ACTIVE", null);

  @ParameterizedTest
  @EnumSource(
      value = Dimension.class,
      names = {"NONE", "DAY", "REPORT", "UNIT", "BRANCH", "FIELD", "SIDE"})
  void isWhatEachCountsAlone(Dimension by) throws SQLException, IOException {
    try (Connection connection = TestDatabase.fresh().getConnection();
        Statement statement = connection.createStatement();
        InputStream tables = TableRefereeTest.class.getResourceAsStream("random-tables.sql")) {
      statement.execute(
          new String(tables.readAllBytes(), StandardCharsets.UTF_8).replace(":seed", "together"));
      for (Integer field : new Integer[] {null, 9001}) {
        IndicatorQuestion question =
            new IndicatorQuestion(
                "hanoi",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 10, 1),
                by,
                null,
                null,
                field);
        List<Indicator> late =
            IndicatorRegister.all().stream()
                .filter(one -> IndicatorCells.isOfLateness(one.source()))
                .toList();
        assertThat(late).hasSize(6);
        IndicatorReading together = new IndicatorReading(connection, CITY, NOW);
        together.countTogether(late, question);
        long counted = 0;
        for (Indicator one : late) {
          IndicatorAnswer alone = new IndicatorReading(connection, CITY, NOW).read(one, question);
          assertThat(together.read(one, question)).as(one.code()).isEqualTo(alone);
          counted += alone.total().denominator();
        }
        assertThat(counted).isPositive();
      }
    }
  }
}
