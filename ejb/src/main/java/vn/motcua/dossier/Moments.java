package vn.motcua.dossier;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the log can say them: whole milliseconds. */
final class Moments {

  private Moments() {}

  /** Cuts off what the log would lose, so that history and log never say different moments. */
  static Instant recordable(Instant moment) {
    return moment == null ? null : moment.truncatedTo(ChronoUnit.MILLIS);
  }
}
