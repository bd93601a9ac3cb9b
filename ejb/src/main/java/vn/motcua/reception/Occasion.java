package vn.motcua.reception;

import java.time.Instant;

/**
 * Where, when and by whom something is received.
 *
 * @param datasetId 1 for the city; a demonstration has its own
 * @param branchId id of the receiving branch, or of a place below it, any of its versions
 * @param clerk the login
 * @param at complete and valid: the clock starts
 */
public record Occasion(int datasetId, int branchId, String clerk, Instant at) {

  /** The city's own dataset. */
  public static final int CITY = 1;
}
