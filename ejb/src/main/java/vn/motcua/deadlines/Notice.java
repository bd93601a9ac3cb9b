package vn.motcua.deadlines;

import java.time.Instant;
import java.util.List;

/**
 * What somebody was told.
 *
 * @param slot {@code MORNING}, {@code NOON} or {@code NOW}
 * @param total how many things there were
 * @param kinds of the first of them, as {@link AlertKind}
 * @param codes of the same
 */
public record Notice(
    String slot, Instant madeAt, int total, List<String> kinds, List<String> codes) {}
