package vn.motcua.outbox;

import java.time.Instant;

/**
 * A record of the log that the stream could not count (bản ghi bị để riêng).
 *
 * @param position of the record in its topic's partition
 * @param reason nothing personal: names kinds and moments only
 * @param dossierId whose entry it was; null where its key is none of ours
 * @param replayRequestedAt null where nobody asked for it to be sent once more
 * @param replayedAt when its dossier's entries had been sent once more; null before
 */
public record DeadLetter(
    String topic,
    int partition,
    long position,
    String reason,
    Long dossierId,
    Instant seenAt,
    Instant replayRequestedAt,
    String replayRequestedBy,
    Instant replayedAt) {

  /** Where a record lies; tells one dead letter from another. */
  public record Place(String topic, int partition, long position) {

    @Override
    public String toString() {
      return topic + "/" + partition + "/" + position;
    }
  }
}
