package vn.motcua.deadlines;

import java.time.Instant;
import java.time.LocalDate;

/** A line of the journal of thresholds (sổ thay đổi ngưỡng). See {@link Threshold} for its key. */
public record ThresholdChange(
    ThresholdTable table,
    String kind,
    String part,
    int former,
    int value,
    LocalDate from,
    String basis,
    String changedBy,
    Instant changedAt) {}
