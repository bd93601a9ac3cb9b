package vn.motcua.deadlines;

import java.time.LocalDate;

/**
 * A threshold with its days (ngưỡng).
 *
 * @param kind of alert, or what of a branch is measured
 * @param part a procedure's id (0: all), the level that is told, or the level of load
 * @param procedure code of the procedure; empty where it is about none, or about all
 * @param value minutes, or visits and dossiers for each open counter
 * @param from first day
 * @param to the day after the last one; null: no end
 */
public record Threshold(
    ThresholdTable table,
    String kind,
    String part,
    String procedure,
    int value,
    String basis,
    LocalDate from,
    LocalDate to) {}
