package vn.motcua.worktime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How Decision 766/QĐ-TTg scores a dossier (index 2.1, handled or in hand within time): against the
 * first due moment, the applicant's waits subtracted as the wall clock counts them; while a request
 * waits it stands at the request; a second request makes it late, a re-check of the same items does
 * not. Statement {@code figures/index/received.sql} counts by the same rule, and a test holds the
 * two together.
 *
 * @param firstDue the first due moment; null where no law sets a limit
 * @param waits every request for a supplement, in time or not
 */
public record ScoredTerm(Instant firstDue, List<Wait> waits) {

  /**
   * A request for a supplement.
   *
   * @param answeredAt null while the applicant has not answered
   * @param recheck of items that were asked for before
   */
  public record Wait(Instant askedAt, Instant answeredAt, boolean recheck) {}

  public ScoredTerm {
    waits = List.copyOf(waits);
  }

  /** What is subtracted: the wall clock's time of the answered requests. */
  public Duration subtracted() {
    return waits.stream()
        .filter(wait -> wait.answeredAt() != null)
        .map(wait -> Duration.between(wait.askedAt(), wait.answeredAt()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The first due moment, later by what is subtracted; null where there is none. */
  public Instant dueAt() {
    return firstDue == null ? null : firstDue.plus(subtracted());
  }

  /** Requests that count: more than one makes the dossier late. */
  public int requests() {
    return (int) waits.stream().filter(wait -> !wait.recheck()).count();
  }

  /**
   * The moment it is scored at: the end, else the request that waits, else the present.
   *
   * @param ended with or without a result; null while it has not
   */
  public Instant scoredAt(Instant ended, Instant present) {
    return ended != null
        ? ended
        : waits.stream()
            .filter(wait -> wait.answeredAt() == null)
            .map(Wait::askedAt)
            .min(Instant::compareTo)
            .orElse(present);
  }

  /**
   * Whether it counts as within time.
   *
   * @param ended with or without a result; null while it has not
   */
  public boolean inTime(Instant ended, Instant present) {
    return requests() <= 1 && (firstDue == null || !scoredAt(ended, present).isAfter(dueAt()));
  }
}
