package vn.motcua.events;

import java.nio.ByteBuffer;

/**
 * The key of a Kafka record: the aggregate's id as 8 bytes, big-endian, so that all entries of one
 * aggregate keep their order within one partition. A term has one byte more, its kind before the
 * id: nobody takes it for a dossier's.
 */
public final class RecordKey {

  private RecordKey() {}

  public static byte[] of(long aggregateId) {
    return ByteBuffer.allocate(Long.BYTES).putLong(aggregateId).array();
  }

  public static byte[] of(TermKind kind, long thingId) {
    return ByteBuffer.allocate(1 + Long.BYTES).put((byte) kind.ordinal()).putLong(thingId).array();
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
