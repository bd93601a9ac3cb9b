package vn.motcua.catalogue;

import java.util.List;

/**
 * A page of procedures.
 *
 * @param next give it back to get the following page; null on the last
 */
public record ProcedurePage(List<ProcedureSummary> items, String next) {}
