package vn.motcua.dataset;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What others need to know of a dataset.
 *
 * @param code short name, unique, as used in addresses
 * @param zone decides which day a moment belongs to
 * @param clockEnd the last moment an imported log speaks of; null where time goes on
 */
public record DatasetSummary(
    int id, String code, String name, String kind, ZoneId zone, String status, Instant clockEnd) {

  public boolean active() {
    return "ACTIVE".equals(status);
  }
}
