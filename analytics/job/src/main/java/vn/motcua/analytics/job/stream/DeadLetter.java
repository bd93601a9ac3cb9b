package vn.motcua.analytics.job.stream;

import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.readmodel.SetAside;
import vn.motcua.events.RecordKey;
import vn.motcua.events.Topics;

/** A record that could not be counted, with where it was read and why it was refused. */
public final class DeadLetter {

  public byte[] key;

  /**
   * The record's bytes. Null where they were readable and only what they say was refused: the
   * record stays in its topic, at the given partition and offset.
   */
  public byte[] value;

  public String reason;
  public String topic;
  public int partition;
  public long offset;

  public DeadLetter() {}

  /** Whose entry it was; {@link SetAside#NO_DOSSIER} where the key is none of ours. */
  long dossierId() {
    return key == null || key.length != Long.BYTES
        ? SetAside.NO_DOSSIER
        : Math.max(SetAside.NO_DOSSIER, RecordKey.aggregateId(key));
  }

  static DeadLetter of(Entry refused, String reason) {
    DeadLetter letter = new DeadLetter();
    letter.key = RecordKey.of(refused.dossierId);
    letter.reason = reason;
    letter.topic = Topics.DOSSIER_EVENTS;
    letter.partition = refused.partition;
    letter.offset = refused.offset;
    return letter;
  }
}
