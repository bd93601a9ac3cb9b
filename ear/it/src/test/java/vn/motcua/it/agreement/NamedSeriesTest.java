package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;
import vn.motcua.it.agreement.Step.Kind;

/**
 * Series of the register on the edges of the calendar and of their definitions: what the stream
 * must say, and that the referee says the same.
 */
class NamedSeriesTest {

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
  void elapsedTimeGoesOnThroughTet() throws SQLException {
    // 24/1 16:00 to 3/2 9:00: 13,980 minutes.
    assertCounts(
        HANOI,
        List.of(
            received(HANOI, "2025-01-24T16:00"),
            Step.finished(at(HANOI, "2025-02-03T09:00"), Outcome.GRANTED)),
        "2025-02-03 1 FLOW_ELAPSED/93",
        "2025-01-24 0 ACCEPTED_ONCE/0");
  }

  @Test
  void aResultAtMidnightBelongsToTheNewMonth() throws SQLException {
    assertCounts(
        HANOI,
        List.of(
            received(HANOI, "2025-05-26T08:00"),
            Step.finished(at(HANOI, "2025-06-01T00:00"), Outcome.REFUSED)),
        "2025-06-01 1 RESOLVED/0",
        "2025-06-01 1 REFUSED/0");
  }

  @Test
  void aHandOverBeforeTheFifteenthBelongsToTheFormerReportingPeriod() throws SQLException {
    assertCounts(
        HANOI,
        List.of(
            received(HANOI, "2025-06-10T08:00"),
            Step.finished(at(HANOI, "2025-06-14T08:00"), Outcome.GRANTED),
            Step.plain(Kind.RETURNED, at(HANOI, "2025-06-14T23:59:59.999"))),
        // 959 whole minutes.
        "2025-06-14 0 RESULT_WAIT/62",
        "2025-06-14 0 RETURNED/0");
  }

  @Test
  void afterTheFirstOfJulyTheNewAgencyAnswersForTheWholeTime() throws SQLException {
    List<String> counted =
        assertCounts(
            HANOI,
            List.of(
                received(HANOI, "2025-06-26T08:00"),
                Step.reattributed(at(HANOI, "2025-07-01T00:00"), 2),
                Step.finished(at(HANOI, "2025-07-02T08:00"), Outcome.GRANTED)),
            "2025-07-02 2 RESOLVED/0");
    assertThat(counted).noneMatch(series -> series.contains(" 1 RESOLVED"));
  }

  @Test
  void anHourThatClocksSkipIsNoTime() throws SQLException {
    // From 1:30 to 3:30 of the night of the change: one hour.
    assertCounts(
        AMSTERDAM,
        List.of(
            received(AMSTERDAM, "2025-03-30T01:30"),
            Step.finished(at(AMSTERDAM, "2025-03-30T03:30"), Outcome.GRANTED)),
        "2025-03-30 1 FLOW_ELAPSED/31");
  }

  @Test
  void aStepIsClickedThroughOnlyWithinAMinuteAndNotBeforeTheOneBefore() throws SQLException {
    List<String> counted =
        assertCounts(
            HANOI,
            List.of(
                received(HANOI, "2025-06-02T08:00"),
                passed("2025-06-02T09:00:00", 1),
                passed("2025-06-02T09:01:00", 0),
                passed("2025-06-02T09:01:59.999", 2),
                passed("2025-06-02T09:01:59.999", 2),
                Step.finished(at(HANOI, "2025-06-03T08:00"), Outcome.GRANTED)),
            "2025-06-03 1 STEPS/0 4",
            "2025-06-03 1 QUICK_STEPS/0 2",
            "2025-06-03 1 HAND_OVERS/0");
    assertThat(counted).contains("2025-06-03 1 STEPPED/0");
  }

  private static Step received(ZoneId zone, String local) {
    return Step.received(at(zone, local), null, 1, 0, Channel.DIRECT);
  }

  private static Step passed(String local, int unit) {
    return Step.plain(Kind.STEP, at(HANOI, local)).telling(new Told.Passed(unit));
  }

  /** Answers what is counted, as "day body series/range", with the number where it is not one. */
  private static List<String> assertCounts(ZoneId zone, List<Step> history, String... series)
      throws SQLException {
    boolean live = zone == HANOI;
    Scene scene = sides.scene(zone, live, at(zone, "2025-12-31T00:00"));
    List<String> counted = new ArrayList<>();
    LogEntries.fold(scene, 1, history)
        .indicatorCounts()
        .forEach(
            (cell, value) ->
                counted.add(
                    "%s %d %s/%d%s"
                        .formatted(
                            LocalDate.ofEpochDay(cell.calendarDay()),
                            cell.bodyId(),
                            cell.indicator(),
                            cell.bucket(),
                            value[0] == 1 ? "" : " " + value[0])));
    assertThat(counted).contains(series);
    sides.assertAgree(scene, history);
    return counted;
  }

  private static Instant at(ZoneId zone, String local) {
    return LocalDateTime.parse(local).atZone(zone).toInstant();
  }
}
