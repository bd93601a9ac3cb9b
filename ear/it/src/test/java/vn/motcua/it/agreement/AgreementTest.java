package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.analytics.job.figures.IndicatorMeasure;
import vn.motcua.analytics.job.figures.RollUp;
import vn.motcua.figures.FigureQuery;
import vn.motcua.figures.FigureQuery.Cut;

/**
 * Stream = referee on random histories, cell by cell and period by period: 20,000 dossiers that are
 * the same every time, and as many more from the seed {@code -Dmotcua.agreement.seed}, if one is
 * given.
 */
class AgreementTest {

  private static final long SEED = 20_251_121;
  private static final int DOSSIERS_PER_SCENE = 2_000;
  private static final int SELDOM = 100;
  private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  private static BothSides sides;

  @BeforeAll
  static void start() throws SQLException {
    sides = new BothSides();
  }

  @AfterAll
  static void stop() throws SQLException {
    sides.close();
  }

  @Test
  void onTheSameHistoriesEveryTime() throws SQLException {
    agreeOn(SEED);
  }

  @Test
  void onHistoriesOfAGivenSeed() throws SQLException {
    Long seed = Long.getLong("motcua.agreement.seed");
    if (seed != null) {
      agreeOn(seed);
    }
  }

  /** Else the two could agree on nothing much. */
  @Test
  void theHistoriesReachEveryFigure() {
    Map<String, Long> reached = new TreeMap<>();
    Random random = new Random(SEED);
    for (Scene scene : scenes(random)) {
      for (int i = 0; i < DOSSIERS_PER_SCENE; i++) {
        Contributions counted = LogEntries.fold(scene, i, RandomHistories.next(random, scene));
        counted.counts().values().forEach(counts -> reach(reached, RollUp.FIGURES, counts));
        counted.boardCounts().values().forEach(counts -> reach(reached, RollUp.BOARD, counts));
        counted
            .indicatorCounts()
            .forEach(
                (cell, counts) ->
                    reached.merge("INDICATORS " + cell.indicator(), counts[0], Long::sum));
      }
    }
    assertThat(reached)
        .hasSize(RollUp.FIGURES.size() + RollUp.BOARD.size() + IndicatorMeasure.values().length);
    assertThat(reached).allSatisfy((flow, n) -> assertThat(n).isGreaterThan(SELDOM));
  }

  private static void reach(Map<String, Long> reached, RollUp rollUp, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      reached.merge(rollUp + " " + rollUp.columns().get(i), counts[i], Long::sum);
    }
  }

  private static void agreeOn(long seed) throws SQLException {
    Random random = new Random(seed);
    for (Scene scene : scenes(random)) {
      Map<Long, List<Step>> histories = new HashMap<>();
      for (int i = 0; i < DOSSIERS_PER_SCENE; i++) {
        histories.put(sides.nextDossier(), RandomHistories.next(random, scene));
      }
      long horizon = sides.assertAgree(scene, histories);
      for (FigureQuery query : periods(scene, horizon)) {
        sides.assertAgree(scene, query);
      }
    }
  }

  /** Looked at on midnights, at changes of the clock, at the end of a year, and at any moment. */
  private static List<Scene> scenes(Random random) {
    Instant any =
        Instant.parse("2025-01-01T00:00:00Z")
            .plusMillis(random.nextLong(Duration.ofDays(365).toMillis()));
    return List.of(
        scene(HANOI, true, "2025-07-01T00:00"),
        scene(HANOI, true, "2025-06-10T17:00"),
        scene(HANOI, false, "2026-01-01T00:00"),
        sides.scene(HANOI, true, any),
        scene(AMSTERDAM, true, "2025-03-30T00:00"),
        scene(AMSTERDAM, true, "2025-03-30T03:00"),
        scene(AMSTERDAM, false, "2025-10-26T02:30"),
        scene(AMSTERDAM, true, "2025-10-27T00:00"),
        sides.scene(AMSTERDAM, true, any),
        sides.scene(AMSTERDAM, false, any));
  }

  private static Scene scene(ZoneId zone, boolean live, String local) {
    return sides.scene(zone, live, LocalDateTime.parse(local).atZone(zone).toInstant());
  }

  /** Around the present: by unit, and by field, which here means by dossier. */
  private static List<FigureQuery> periods(Scene scene, long horizon) {
    LocalDate present = LocalDate.ofInstant(scene.time(), scene.zone());
    LocalDate month = present.withDayOfMonth(1);
    return List.of(
        period(scene, horizon, month, month.plusMonths(1), Cut.UNIT),
        period(scene, horizon, present.minusDays(20), present.minusDays(3), Cut.UNIT),
        period(scene, horizon, present.minusDays(3), present.plusDays(4), Cut.FIELD),
        period(scene, horizon, present, present.plusDays(1), Cut.FIELD));
  }

  private static FigureQuery period(
      Scene scene, long horizon, LocalDate from, LocalDate to, Cut by) {
    return new FigureQuery(scene.dataset().code(), from, to, null, null, null, null, by, horizon);
  }
}
