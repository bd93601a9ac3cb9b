package vn.motcua.dossier;

import java.time.Instant;

/**
 * Facts on record that were wrong (đính chính). What is null stays; what is present replaces the
 * former value as if it had always been so.
 *
 * @param finishedAt of the last result
 * @param outcome GRANTED or REFUSED, of the last result
 */
public record Correction(
    Instant receivedAt,
    Instant dueAt,
    Instant finishedAt,
    String outcome,
    Channel channel,
    Integer fieldId) {

  public Correction {
    receivedAt = Moments.recordable(receivedAt);
    dueAt = Moments.recordable(dueAt);
    finishedAt = Moments.recordable(finishedAt);
  }

  static final Correction NONE = new Correction(null, null, null, null, null, null);
}
