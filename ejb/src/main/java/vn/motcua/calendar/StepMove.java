package vn.motcua.calendar;

import java.time.Instant;

/**
 * A step under way whose own due moment (hạn của bước) a change of hours or days moves.
 *
 * @param code of the dossier
 */
public record StepMove(
    long taskId,
    long dossierId,
    String code,
    String step,
    String unit,
    Instant oldDue,
    Instant newDue) {}
