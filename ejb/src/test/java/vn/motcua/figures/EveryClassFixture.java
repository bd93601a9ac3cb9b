package vn.motcua.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * 33 dossiers, made by hand, that fall into every class of the figures, with the counts made by
 * hand. All belong to unit A and field F1 unless said otherwise; the usual due moment is 10/6/2025
 * 17:00.
 */
public final class EveryClassFixture {

  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  public static final LocalDate JUNE = LocalDate.of(2025, 6, 1);
  public static final LocalDate JULY = LocalDate.of(2025, 7, 1);
  public static final LocalDate AUGUST = LocalDate.of(2025, 8, 1);

  private static final Instant DUE = at("2025-06-10T17:00");
  private static final Instant FAR = at("2099-01-05T17:00");

  private final DossierSteps steps;
  private int number;

  private EveryClassFixture(DossierSteps steps) {
    this.steps = steps;
  }

  /** Lets all of them happen. */
  public static void play(DossierSteps steps) {
    EveryClassFixture fixture = new EveryClassFixture(steps);
    fixture.results();
    fixture.pauses();
    fixture.withoutResult();
    fixture.secondLives();
    fixture.movedDueMoments();
    fixture.stillOpen();
  }

  private void results() {
    begin("DIRECT", "2025-06-02T08:00", DUE); // 1 early
    steps.finish(at("2025-06-05T10:00"), true);
    begin("ONLINE", "2025-06-02T08:00", DUE); // 2 early by a second
    steps.finish(at("2025-06-09T23:59:59"), true);
    begin("ONLINE", "2025-06-02T08:00", DUE); // 3 at midnight of the due day: on time
    steps.finish(at("2025-06-10T00:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 4 at the due moment: on time; refused
    steps.finish(DUE, false);
    begin("POST", "2025-06-02T08:00", DUE); // 5 late by a millisecond
    steps.finish(DUE.plusMillis(1), true);
    begin("DIRECT", "2025-06-20T08:00", at("2025-06-30T17:00")); // 6 late, at midnight into July
    steps.finish(at("2025-07-01T00:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 7 late; refused
    steps.finish(at("2025-06-11T09:00"), false);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 8 early, and returned
    steps.finish(at("2025-06-05T10:00"), true);
    steps.giveResult(at("2025-06-06T10:00"));
    begin("DIRECT", "2025-06-02T08:00", null); // 9 without a limit
    steps.finish(at("2025-06-05T10:00"), true);
  }

  private void pauses() {
    begin("DIRECT", "2025-06-02T08:00", DUE); // 10 lawful, before due: early
    steps.pause(at("2025-06-06T09:00"), true);
    steps.resume(at("2025-06-20T09:00"), at("2025-06-26T17:00"));
    steps.finish(at("2025-06-25T09:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 11 lawful but begun after due: late
    steps.pause(at("2025-06-12T09:00"), true);
    steps.resume(at("2025-06-20T09:00"), at("2025-06-26T17:00"));
    steps.finish(at("2025-06-25T09:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 12 without a document: late
    steps.pause(at("2025-06-06T09:00"), false);
    steps.resume(at("2025-06-20T09:00"), at("2025-06-26T17:00"));
    steps.finish(at("2025-06-25T09:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 13 still paused
    steps.pause(at("2025-06-06T09:00"), true);
  }

  private void withoutResult() {
    begin("DIRECT", "2025-06-02T08:00", DUE); // 14 withdrawn before due
    steps.close(at("2025-06-08T09:00"));
    begin("DIRECT", "2025-06-02T08:00", DUE); // 15 withdrawn after due
    steps.close(at("2025-06-12T09:00"));
    begin("DIRECT", "2025-06-02T08:00", DUE); // 16 withdrawn while lawfully paused: before due
    steps.pause(at("2025-06-06T09:00"), true);
    steps.close(at("2025-06-15T09:00"));
    begin("DIRECT", "2025-06-02T08:00", DUE); // 17 entered in error
    steps.voidEntry(at("2025-06-04T09:00"));
  }

  private void secondLives() {
    begin("DIRECT", "2025-06-02T08:00", DUE); // 18 early, reopened, early again but refused
    steps.finish(at("2025-06-05T10:00"), true);
    steps.reopen(at("2025-06-09T10:00"), at("2025-06-20T17:00"));
    steps.finish(at("2025-06-18T10:00"), false);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 19 late, reopened: stays overdue for ever
    steps.finish(at("2025-06-12T10:00"), true);
    steps.reopen(at("2025-06-16T10:00"), at("2025-06-30T17:00"));
    begin("DIRECT", "2025-06-02T08:00", DUE); // 20 early, reopened after due without a new one
    steps.finish(at("2025-06-05T10:00"), true);
    steps.reopen(at("2025-06-16T10:00"), null);
    begin("DIRECT", "2025-06-25T08:00", at("2025-07-10T17:00")); // 21 to unit B on 1/7, early there
    steps.reattribute(at("2025-07-01T00:00"), "B");
    steps.finish(at("2025-07-08T09:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 22 to unit B while overdue
    steps.reattribute(at("2025-07-01T00:00"), "B");
  }

  private void movedDueMoments() {
    begin("DIRECT", "2025-06-02T08:00", DUE); // 23 restarted in time: early
    steps.restart(at("2025-06-09T10:00"), at("2025-06-24T17:00"));
    steps.finish(at("2025-06-23T10:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 24 restarted after due: late all the same
    steps.restart(at("2025-06-12T10:00"), at("2025-06-24T17:00"));
    steps.finish(at("2025-06-20T10:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 25 the calendar was wrong: never overdue, early
    steps.correctCalendar(at("2025-06-12T10:00"), at("2025-06-24T17:00"));
    steps.finish(at("2025-06-20T10:00"), true);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 26 the finish was entered wrongly: early after all
    steps.finish(at("2025-06-12T10:00"), true);
    steps.correct(at("2025-06-16T10:00"), null, null, at("2025-06-09T10:00"), null, null);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 27 the due moment was entered wrongly: late
    steps.finish(at("2025-06-09T10:00"), true);
    steps.correct(at("2025-06-16T10:00"), null, at("2025-06-08T17:00"), null, null, null);
    begin("DIRECT", "2025-06-02T08:00", DUE); // 28 channel and field were entered wrongly; early
    steps.finish(at("2025-06-05T10:00"), true);
    steps.correct(at("2025-06-16T10:00"), null, null, null, "POST", "F2");
    begin("DIRECT", "2025-07-01T09:00", FAR); // 29 was received on the last day of June
    steps.correct(at("2025-07-02T10:00"), at("2025-06-30T16:00"), null, null, null, null);
  }

  private void stillOpen() {
    begin("DIRECT", "2025-06-02T08:00", null); // 30 without a limit
    begin("DIRECT", "2025-06-25T08:00", FAR); // 31 within its limit
    begin("DIRECT", "2025-06-02T08:00", DUE); // 32 overdue
    begin("ONLINE", "2025-07-01T00:00", FAR); // 33 received at midnight: July
  }

  /** Unit A in June: every term by hand. */
  public static PeriodFigures juneOfA() {
    return new PeriodFigures(
        "", null, 0, 28, 2, 2, 0, 0, 3, 10, 1, 1, 1, 6, 1, 1, 0, 2, 1, 1, 0, 10, 4, 1, 5);
  }

  /** Unit A in July. */
  public static PeriodFigures julyOfA() {
    return new PeriodFigures(
        "", null, 10, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 8, 4, 1, 3);
  }

  /** Unit B in July. */
  public static PeriodFigures julyOfB() {
    return new PeriodFigures(
        "", null, 0, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1);
  }

  private void begin(String channel, String receivedAt, Instant due) {
    steps.receive("HS-%03d".formatted(++number), "A", "F1", channel, at(receivedAt), due);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
