package vn.motcua.organisation;

/**
 * A commune or district that a branch serves.
 *
 * @param inferred no decision is known that says so; taken from the former district
 */
public record ServedArea(UnitDetail area, boolean inferred) {}
