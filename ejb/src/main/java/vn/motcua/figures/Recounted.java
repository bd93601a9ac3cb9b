package vn.motcua.figures;

import java.time.Instant;

/**
 * What was counted at a horizon, and when. It is shown again as long as it is kept: the past of a
 * horizon does not change.
 *
 * @param countedAt the end of the count
 */
public record Recounted<T>(T answer, Instant countedAt) {}
