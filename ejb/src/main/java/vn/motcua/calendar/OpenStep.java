package vn.motcua.calendar;

import java.time.Instant;

/**
 * A step under way with all that its due moment was counted from.
 *
 * @param minutes of working time that the internal process gives it, more than 0
 */
record OpenStep(
    long taskId,
    long dossierId,
    String code,
    String step,
    int unitId,
    String unit,
    Instant begunAt,
    Instant due,
    int minutes) {}
