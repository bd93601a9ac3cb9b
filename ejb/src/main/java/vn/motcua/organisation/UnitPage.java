package vn.motcua.organisation;

import java.util.List;

/**
 * A page of bodies in the order of their codes.
 *
 * @param next the code after which the following page begins; null on the last
 */
public record UnitPage(List<UnitDetail> items, String next) {}
