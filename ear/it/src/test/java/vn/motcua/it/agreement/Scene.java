package vn.motcua.it.agreement;

import java.time.Instant;
import java.time.ZoneId;
import vn.motcua.dataset.DatasetSummary;

/**
 * A dataset and the moment at which it is looked at.
 *
 * @param live ticks pass for its dossiers; else it is an imported log that ends at the moment
 * @param time T
 */
record Scene(int id, ZoneId zone, boolean live, Instant time) {

  DatasetSummary dataset() {
    return new DatasetSummary(
        id,
        "scene-" + id,
        "Bộ " + id,
        live ? "CITY" : "IMPORT",
        zone,
        "ACTIVE",
        live ? null : time);
  }
}
