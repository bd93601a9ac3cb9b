package vn.motcua.outage;

import java.time.Instant;

/** A time in which a branch had no system, as its director declared it. */
public record OutageWindow(
    long id,
    String branch,
    Instant from,
    Instant to,
    String reason,
    String declaredBy,
    Instant declaredAt) {}
