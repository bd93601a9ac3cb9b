package vn.motcua.it.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;
import vn.motcua.it.agreement.Step.Kind;

/**
 * Histories on which the stream and the referee once differed, or could be thought to, with what
 * both must say. Received on 2/6/2025 at 8:00 by unit 1, due on 10/6 at 17:00.
 */
class NamedHistoriesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Instant DUE = at("06-10T17:00");

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
  void aTransferRecordedAheadNoticesThatTheDueMomentPassesBeforeIt() throws SQLException {
    assertCounts(
        at("06-05T00:00"),
        List.of(received(), Step.reattributed(at("07-01T00:00"), 2)),
        "06-10 1 overdue_in",
        "07-01 2 overdue_in");
  }

  @Test
  void anUnlawfulPauseNoticesThatTheDueMomentPassedBeforeIt() throws SQLException {
    assertCounts(
        at("06-05T00:00"),
        List.of(received(), Step.paused(at("06-12T00:00"), false)),
        "06-10 1 overdue_in");
  }

  @Test
  void theEndOfAnUnlawfulPauseMovesNothing() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(
            received(),
            Step.paused(at("06-03T08:00"), false),
            Step.due(Kind.RESUMED, at("06-05T08:00"), at("06-20T17:00")),
            Step.finished(at("06-15T08:00"), Outcome.GRANTED)),
        "06-10 1 overdue_in",
        "06-15 1 late_granted");
  }

  @Test
  void aCorrectionReachesBehindTheEndOfAnUnlawfulPause() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(
            received(),
            Step.paused(at("06-03T08:00"), false),
            Step.due(Kind.RESUMED, at("06-05T08:00"), at("06-20T17:00")),
            Step.finished(at("06-15T08:00"), Outcome.GRANTED),
            correctedDue("06-16T08:00", "06-15T17:00")),
        "06-15 1 on_time_granted");
  }

  @Test
  void aCorrectedCalendarMakesAPauseTimely() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(
            received(),
            Step.paused(at("06-11T08:00"), true),
            Step.due(Kind.CALENDAR_CORRECTED, at("06-12T08:00"), at("06-13T17:00"))),
        "06-11 1 paused_in",
        "06-11 1 within_out");
  }

  @Test
  void aCorrectedCalendarDoesNotReachLatenessUnderAnEarlierDueMoment() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(
            received(),
            Step.due(Kind.RESTARTED, at("06-11T08:00"), at("06-20T17:00")),
            Step.due(Kind.CALENDAR_CORRECTED, at("06-12T08:00"), at("06-25T17:00")),
            Step.finished(at("06-19T08:00"), Outcome.GRANTED)),
        "06-10 1 overdue_in",
        "06-19 1 late_granted");
  }

  @Test
  void aDueMomentInThePastAtTheEndOfAPauseMakesOverdueFromThere() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(
            received(),
            Step.paused(at("06-06T08:00"), true),
            Step.due(Kind.RESUMED, at("06-16T08:00"), at("06-12T17:00"))),
        "06-06 1 paused_in",
        "06-16 1 paused_out",
        "06-16 1 overdue_in");
  }

  @Test
  void aRestartIntoThePastMakesOverdueFromThere() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(received(), Step.due(Kind.RESTARTED, at("06-09T08:00"), at("06-05T17:00"))),
        "06-09 1 within_out",
        "06-09 1 overdue_in");
  }

  @Test
  void aReopeningDueBeforeTheFirstResultLeavesThatResultEarly() throws SQLException {
    assertCounts(
        at("07-20T00:00"),
        List.of(
            received(),
            Step.finished(at("06-05T08:00"), Outcome.GRANTED),
            Step.due(Kind.REOPENED, at("06-16T08:00"), at("06-03T17:00"))),
        "06-05 1 early_granted",
        "06-05 1 within_out",
        "06-16 1 overdue_in");
  }

  @Test
  void aPauseOfNoLengthIsNoStay() throws SQLException {
    List<String> counted =
        assertCounts(
            at("07-20T00:00"),
            List.of(
                received(),
                Step.paused(DUE, true),
                Step.due(Kind.RESUMED, DUE, at("06-12T17:00")),
                Step.finished(at("06-12T17:00"), Outcome.REFUSED)),
            "06-10 1 within_out",
            "06-10 1 within_in",
            "06-12 1 on_time_refused");
    assertThat(counted).noneMatch(flow -> flow.contains("paused"));
  }

  @Test
  void twoTransfersInOneInstantOfAPauseLeaveNothingWithTheOneBetween() throws SQLException {
    List<String> counted =
        assertCounts(
            at("07-20T00:00"),
            List.of(
                received(),
                Step.paused(at("06-06T08:00"), true),
                Step.reattributed(at("07-01T00:00"), 2),
                Step.reattributed(at("07-01T00:00"), 3)),
            "07-01 2 transferred_in",
            "07-01 2 transferred_out",
            "07-01 3 paused_in");
    assertThat(counted).doesNotContain("07-01 2 paused_in", "07-01 2 paused_out");
  }

  @Test
  void anImportedCaseThatEndsBeforeItBeginsButAfterItsDueMomentRunsBackwardsAsOverdue()
      throws SQLException {
    sides.assertAgree(
        sides.scene(ZONE, false, at("07-20T00:00")),
        List.of(
            Step.received(at("06-12T08:00"), DUE, 1, 0, Channel.DIRECT),
            Step.finished(at("06-12T00:00"), Outcome.GRANTED)));
  }

  private static Step received() {
    return Step.received(at("06-02T08:00"), DUE, 1, 0, Channel.DIRECT);
  }

  private static Step correctedDue(String noticed, String due) {
    return Step.corrected(at(noticed), null, at(due), null, null, null, null);
  }

  /** Answers what both sides count, as "month-day unit flow". */
  private static List<String> assertCounts(Instant time, List<Step> history, String... flows)
      throws SQLException {
    Scene scene = sides.scene(ZONE, true, time);
    assertThat(Lawfulness.allows(scene, history)).as("could come about").isTrue();
    List<String> counted = new ArrayList<>();
    LogEntries.fold(scene, 1, history)
        .counts()
        .forEach(
            (cell, counts) -> {
              for (Measure measure : Measure.values()) {
                if (counts[measure.ordinal()] != 0) {
                  String day = LocalDate.ofEpochDay(cell.day()).toString().substring(5);
                  counted.add(
                      "%s %d %s"
                          .formatted(day, cell.bodyId(), measure.name().toLowerCase(Locale.ROOT)));
                }
              }
            });
    assertThat(counted).contains(flows);
    sides.assertAgree(scene, history);
    return counted;
  }

  private static Instant at(String local) {
    return LocalDateTime.parse("2025-" + local).atZone(ZONE).toInstant();
  }
}
