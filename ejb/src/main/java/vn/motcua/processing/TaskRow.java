package vn.motcua.processing;

import java.time.Instant;

/**
 * A step of a dossier: the present one, or an opinion beside it.
 *
 * @param assignee login, or null
 * @param handOver handed over to another agency (liên thông)
 * @param beside an opinion asked for beside the present step
 * @param dueAt null where it has no limit
 * @param completedAt null while it is open
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
    String changedBy,
    boolean handOver,
    boolean beside,
    Instant dueAt,
    Instant completedAt) {}
