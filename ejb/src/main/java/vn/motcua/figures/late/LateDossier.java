package vn.motcua.figures.late;

import java.time.Instant;
import java.util.Map;

/**
 * A late dossier with its cause. Nothing personal.
 *
 * @param cause by the rule
 * @param lost working minutes of each side beyond its limits; sides that lost none are left out
 * @param step that ran longest beyond its limit; empty where none did
 * @param stepMinutes working minutes of that
 * @param said the side that an officer names; null where nobody said anything
 * @param words of the officer; empty where nobody said anything
 * @param mine whether the caller may say something
 */
public record LateDossier(
    String code,
    String unit,
    String branch,
    Instant dueAt,
    Instant overdueSince,
    LateSide cause,
    Map<LateSide, Long> lost,
    String step,
    long stepMinutes,
    LateSide said,
    String words,
    String saidBy,
    Instant saidAt,
    boolean mine) {

  public LateDossier {
    lost = Map.copyOf(lost);
  }
}
