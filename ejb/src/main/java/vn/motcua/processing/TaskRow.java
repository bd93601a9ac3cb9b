package vn.motcua.processing;

import java.time.Instant;

/**
 * A step of a dossier that is the present one.
 *
 * @param assignee login, or null
 */
record TaskRow(
    long id,
    int position,
    String name,
    int unitId,
    String role,
    String assignee,
    Instant begunAt,
    int minutes,
    int version,
    Instant changedAt,
    String changedBy) {}
