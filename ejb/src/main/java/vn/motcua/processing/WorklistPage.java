package vn.motcua.processing;

import java.util.List;

/**
 * A page of a worklist, most urgent first.
 *
 * @param next give it back for the next page; null: this is the last
 */
public record WorklistPage(List<WorklistLine> lines, String next) {}
