package vn.motcua.events;

import java.nio.ByteBuffer;
import java.util.UUID;

/** An event's id as {@link UUID} (in the database) and as {@link EventId} (in the payload). */
public final class EventIds {

  private static final int LENGTH = 2 * Long.BYTES;

  private EventIds() {}

  public static EventId of(UUID id) {
    return new EventId(
        ByteBuffer.allocate(LENGTH)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  public static UUID toUuid(EventId id) {
    ByteBuffer bytes = ByteBuffer.wrap(id.bytes());
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
