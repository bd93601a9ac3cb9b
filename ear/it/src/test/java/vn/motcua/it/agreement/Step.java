package vn.motcua.it.agreement;

import java.time.Instant;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/**
 * One step of a dossier's history; what its kind does not speak of is null.
 *
 * @param at when it happened
 * @param receivedAt of a correction
 * @param finishedAt of a correction
 * @param field 0 or 1: which of the two fields that each dossier has for itself
 * @param told what only the board counts
 */
record Step(
    Kind kind,
    Instant at,
    Instant due,
    Boolean lawful,
    Outcome outcome,
    Integer unit,
    Integer field,
    Channel channel,
    Instant receivedAt,
    Instant finishedAt,
    Told told) {

  /** Says nothing to the board. */
  Step(
      Kind kind,
      Instant at,
      Instant due,
      Boolean lawful,
      Outcome outcome,
      Integer unit,
      Integer field,
      Channel channel,
      Instant receivedAt,
      Instant finishedAt) {
    this(
        kind, at, due, lawful, outcome, unit, field, channel, receivedAt, finishedAt, Told.NOTHING);
  }

  enum Kind {
    RECEIVED,
    STEP,
    PAUSED,
    RESUMED,
    RESTARTED,
    CALENDAR_CORRECTED,
    FINISHED,
    CLOSED,
    REOPENED,
    VOIDED,
    REATTRIBUTED,
    CORRECTED,
    RETURNED,
    OBSERVED,
    SUPPLEMENT_REQUESTED,
    RATED
  }

  /** The same step, with what only the board counts of it. */
  Step telling(Told more) {
    return new Step(
        kind, at, due, lawful, outcome, unit, field, channel, receivedAt, finishedAt, more);
  }

  static Step received(Instant at, Instant due, int unit, int field, Channel channel) {
    return new Step(Kind.RECEIVED, at, due, null, null, unit, field, channel, null, null);
  }

  /** A step that says no more than that it happened. */
  static Step plain(Kind kind, Instant at) {
    return new Step(kind, at, null, null, null, null, null, null, null, null);
  }

  static Step paused(Instant at, boolean lawful) {
    return new Step(Kind.PAUSED, at, null, lawful, null, null, null, null, null, null);
  }

  /** RESUMED, RESTARTED, CALENDAR_CORRECTED or REOPENED. */
  static Step due(Kind kind, Instant at, Instant due) {
    return new Step(kind, at, due, null, null, null, null, null, null, null);
  }

  static Step finished(Instant at, Outcome outcome) {
    return new Step(Kind.FINISHED, at, null, null, outcome, null, null, null, null, null);
  }

  static Step reattributed(Instant at, int unit) {
    return new Step(Kind.REATTRIBUTED, at, null, null, null, unit, null, null, null, null);
  }

  static Step corrected(
      Instant at,
      Instant receivedAt,
      Instant due,
      Instant finishedAt,
      Outcome outcome,
      Channel channel,
      Integer field) {
    return new Step(
        Kind.CORRECTED, at, due, null, outcome, null, field, channel, receivedAt, finishedAt);
  }

  @Override
  public String toString() {
    return kind
        + " at "
        + at
        + named(", due ", due)
        + named(", lawful ", lawful)
        + named(", ", outcome)
        + named(", unit ", unit)
        + named(", field ", field)
        + named(", ", channel)
        + named(", received ", receivedAt)
        + named(", finished ", finishedAt)
        + (told == Told.NOTHING ? "" : ", " + told);
  }

  private static String named(String name, Object value) {
    return value == null ? "" : name + value;
  }
}
