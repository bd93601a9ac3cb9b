package vn.motcua.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import vn.motcua.dossier.Baseline;

/**
 * Six dossiers of September 2025, made by hand, that reach every flow of the leadership's board but
 * “closed”, with the counts made by hand: for branches B1 and B2 and for no branch.
 */
public final class BoardFixture {

  public static final LocalDate SEPTEMBER = LocalDate.of(2025, 9, 1);
  public static final LocalDate OCTOBER = LocalDate.of(2025, 10, 1);

  private static final Instant DUE = at("2025-09-10T17:00");

  private BoardFixture() {}

  /** Lets all of them happen; fields F1 and F2, agency A. */
  public static void play(DossierSteps steps) {
    servedWell(steps);
    askedTwiceAndLate(steps);
    steps.receiveAt("BR-3", "B2", "F1", at("2025-09-03T08:00"), DUE, Baseline.NONE);
    steps.receiveAt(
        "BR-4", "B2", "F2", at("2025-09-03T08:00"), DUE, new Baseline(0, 0, 5, 1, true));
    steps.voidEntry(at("2025-09-04T08:00"));
    reopened(steps);
    steps.receiveAt("BR-6", null, "F2", at("2025-09-09T08:00"), null, Baseline.NONE);
    steps.finishMeasured(at("2025-09-09T15:00"), 100);
  }

  private static void servedWell(DossierSteps steps) {
    steps.receiveAt(
        "BR-1", "B1", "F1", at("2025-09-02T08:00"), DUE, new Baseline(5, 960, 6, 2, true));
    steps.completeStep(at("2025-09-03T08:00"));
    steps.completeStep(at("2025-09-04T08:00"));
    steps.finishMeasured(at("2025-09-05T10:00"), 500);
    steps.giveResult(at("2025-09-06T10:00"));
    steps.rate(at("2025-09-07T10:00"), List.of(5, 5, 4, 3, 0), 5, true);
  }

  private static void askedTwiceAndLate(DossierSteps steps) {
    steps.receiveAt(
        "BR-2", "B1", "F1", at("2025-09-02T08:00"), DUE, new Baseline(4, 480, 3, 3, true));
    steps.request(at("2025-09-03T08:00"), false, false);
    steps.request(at("2025-09-04T08:00"), true, false);
    steps.request(at("2025-09-05T08:00"), true, true);
    steps.completeStep(at("2025-09-08T08:00"));
    steps.finishMeasured(at("2025-09-12T10:00"), 700);
    steps.giveResult(at("2025-09-15T10:00"));
    steps.rate(at("2025-09-15T11:00"), List.of(1, 2, 0, 0, 0), 0, false);
  }

  /** In time, then reopened and overdue: late for its first due moment too; not measured yet. */
  private static void reopened(DossierSteps steps) {
    steps.receiveAt(
        "BR-5",
        "B2",
        "F1",
        at("2025-09-01T08:00"),
        at("2025-09-05T17:00"),
        new Baseline(3, 300, 0, 4, false));
    steps.finishMeasured(at("2025-09-04T08:00"), 250);
    steps.reopen(at("2025-09-08T08:00"), at("2025-09-20T17:00"));
  }

  /** Branch → flow → count of September, where it is not 0; "" for no branch. */
  public static Map<String, Map<String, Long>> counts() {
    return Map.of(
        "B1",
        Map.ofEntries(
            Map.entry("open_in", 2L),
            Map.entry("open_out", 2L),
            Map.entry("overdue_in", 1L),
            Map.entry("overdue_out", 1L),
            Map.entry("received", 2L),
            Map.entry("resolved", 2L),
            Map.entry("dated_resolved", 2L),
            Map.entry("on_time", 1L),
            Map.entry("late", 1L),
            Map.entry("due_fallen", 2L),
            Map.entry("due_late", 1L),
            Map.entry("steps_baseline", 9L),
            Map.entry("steps_passed", 3L),
            Map.entry("minutes_baseline", 1440L),
            Map.entry("minutes_used", 1200L),
            Map.entry("papers_baseline", 9L),
            Map.entry("papers_brought", 5L),
            Map.entry("episodes", 2L),
            Map.entry("second_requests", 1L),
            Map.entry("rechecks", 1L),
            Map.entry("rated", 2L),
            Map.entry("answers", 6L),
            Map.entry("satisfied", 3L),
            Map.entry("trust_answers", 1L),
            Map.entry("trusting", 1L),
            Map.entry("tablet_ratings", 1L),
            Map.entry("returned", 2L)),
        "B2",
        Map.of(
            "open_in", 4L,
            "open_out", 2L,
            "overdue_in", 2L,
            "received", 3L,
            "resolved", 1L,
            "dated_resolved", 1L,
            "on_time", 1L,
            "due_fallen", 2L,
            "due_late", 2L),
        "",
        Map.of("open_in", 1L, "open_out", 1L, "received", 1L, "resolved", 1L));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(EveryClassFixture.ZONE).toInstant();
  }
}
