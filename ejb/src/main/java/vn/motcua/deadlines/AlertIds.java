package vn.motcua.deadlines;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Names the alerts of the application as the stream names those of terms ({@code AlertRow} of the
 * job): by what they are about. The same thing at the same moment has the same id, whoever asks and
 * how often; another moment, as of a limit that was moved, is another alert.
 */
final class AlertIds {

  private AlertIds() {}

  /**
   * @param thing kind and number of the row that it is about, as "step 17"
   * @param raisedAt since when it holds
   */
  static UUID of(int dataset, String thing, AlertKind kind, Instant raisedAt) {
    String name = dataset + "/" + thing + "/" + kind + "/" + raisedAt.toEpochMilli();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
