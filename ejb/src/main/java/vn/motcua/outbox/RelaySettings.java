package vn.motcua.outbox;

import java.time.Duration;

/**
 * How the relay works.
 *
 * @param batch the most entries read at once
 * @param poll the longest wait before the log is looked at again
 * @param idleTick how often time is told to the stream while nothing happens
 * @param freezeWait the longest the relay holds back new entries while the stream comes up to a
 *     horizon; past it the horizon is missed and the flow goes on
 */
public record RelaySettings(
    int shard, int batch, Duration poll, Duration idleTick, Duration freezeWait) {

  public static RelaySettings standard() {
    return new RelaySettings(
        0, 5_000, Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofSeconds(5));
  }
}
