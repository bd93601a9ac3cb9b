package vn.motcua.dataset;

import java.time.LocalDate;

/**
 * The days that a dataset speaks of.
 *
 * @param from the first
 * @param to the day after the last
 */
public record DatasetSpan(LocalDate from, LocalDate to) {}
