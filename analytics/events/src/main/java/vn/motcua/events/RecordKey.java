package vn.motcua.events;

import java.nio.ByteBuffer;

/**
 * The key of a Kafka record: the aggregate's id as 8 bytes, big-endian, so that all entries of one
 * aggregate keep their order within one partition.
 */
public final class RecordKey {

  private RecordKey() {}

  public static byte[] of(long aggregateId) {
    return ByteBuffer.allocate(Long.BYTES).putLong(aggregateId).array();
  }

  /**
   * @throws IllegalArgumentException when the key is not 8 bytes long
   */
  public static long aggregateId(byte[] key) {
    if (key.length != Long.BYTES) {
      throw new IllegalArgumentException("A key has 8 bytes, not " + key.length);
    }
    return ByteBuffer.wrap(key).getLong();
  }
}
