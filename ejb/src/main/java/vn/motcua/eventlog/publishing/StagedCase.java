package vn.motcua.eventlog.publishing;

import java.time.Instant;
import java.util.List;

/**
 * A checked case with its events, ready to be written.
 *
 * @param trace the only trace whose events belong to it; null: those of every trace of that id
 * @param events in the order of time and, at equal times, of the file
 */
record StagedCase(
    long ordinal,
    String caseId,
    Integer trace,
    Instant receivedAt,
    Instant dueAt,
    Instant finishedAt,
    String outcome,
    Instant closedAt,
    String closeReason,
    String unit,
    String field,
    String channel,
    List<Step> events) {

  /** One event of the case; the actor may be null. */
  record Step(Instant occurredAt, String activity, String actor) {}

  /** Whether events of that trace belong to it. */
  boolean has(int number) {
    return trace == null || trace == number;
  }

  String state() {
    return finishedAt != null ? "FINISHED" : closedAt != null ? "CLOSED" : "OPEN";
  }

  /** When it ended, or null while it is open. */
  Instant endedAt() {
    return finishedAt != null ? finishedAt : closedAt;
  }
}
