package vn.motcua.deadlines;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A line of the journal of thresholds (sổ thay đổi ngưỡng). See {@link Threshold} for its key.
 *
 * @param procedure the code of the procedure whose own threshold it is; empty: none
 * @param value what holds from the day on
 * @param ended whether a procedure's own threshold ended, so that this is the general one
 */
public record ThresholdChange(
    ThresholdTable table,
    String kind,
    String part,
    String procedure,
    int former,
    int value,
    LocalDate from,
    String basis,
    String changedBy,
    Instant changedAt,
    boolean ended) {}
