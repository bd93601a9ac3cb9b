package vn.motcua.demo;

import java.time.Duration;
import java.time.Instant;
import vn.motcua.worktime.WorkingTime;

/**
 * What happens next to a dossier, and when: its fate told step by step. Pure; the moments depend on
 * nothing but the fate and the working calendar.
 */
final class DossierLife {

  /** What can happen. */
  enum Deed {
    ADVANCE,
    REQUEST_SUPPLEMENT,
    ANSWER_SUPPLEMENT,
    REFUSE,
    WITHDRAW,
    GIVE_RESULT,
    RATE
  }

  /** A deed and its moment. */
  record Next(Deed deed, Instant at) {}

  /** A step without a limit of its own takes a quarter of an hour at the usual pace. */
  private static final int MINUTES_WITHOUT_LIMIT = 30;

  /** The applicant is asked when a third of the step's time has gone, so within the legal days. */
  private static final double ASKED_AFTER = 0.33;

  private final Fate fate;
  private final WorkingTime time;
  private int stepsDone;
  private boolean turned;

  DossierLife(Fate fate, WorkingTime time) {
    this.fate = fate;
    this.time = time;
  }

  /** What follows on a step that has begun. */
  Next during(Instant begunAt, int minutes) {
    double allowed = minutes == 0 ? MINUTES_WITHOUT_LIMIT : minutes;
    double taken = Math.max(1, allowed * fate.pace());
    boolean first = stepsDone == 0 && !turned;
    return switch (fate.turn()) {
      case SUPPLEMENT -> {
        if (first) {
          turned = true;
          yield new Next(Deed.REQUEST_SUPPLEMENT, later(begunAt, taken * ASKED_AFTER));
        }
        yield advance(begunAt, taken);
      }
      case WITHDRAWN ->
          first ? new Next(Deed.WITHDRAW, later(begunAt, taken / 2)) : advance(begunAt, taken);
      case REFUSED ->
          stepsDone == 1 ? new Next(Deed.REFUSE, later(begunAt, taken)) : advance(begunAt, taken);
      case NONE -> advance(begunAt, taken);
    };
  }

  Next afterRequest(Instant requestedAt) {
    return new Next(Deed.ANSWER_SUPPLEMENT, later(requestedAt, fate.answerHours() * 60));
  }

  Next afterResult(Instant at) {
    return new Next(Deed.GIVE_RESULT, later(at, fate.collectedAfterHours() * 60));
  }

  /** Most rate on the spot. */
  Next rating(Instant returnedAt) {
    return new Next(Deed.RATE, returnedAt.plusSeconds(180));
  }

  private Next advance(Instant begunAt, double minutes) {
    stepsDone++;
    return new Next(Deed.ADVANCE, later(begunAt, minutes));
  }

  private Instant later(Instant from, double workingMinutes) {
    return time.after(
        from, Duration.ofMillis(Math.max(60_000, Math.round(workingMinutes * 60_000))));
  }
}
