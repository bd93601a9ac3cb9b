package vn.motcua.eventlog.publishing;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.UUID;
import vn.motcua.events.EventId;
import vn.motcua.events.LogEntry;

/** A log entry as the bytes of the column {@code payload}. */
final class LogEntryPayload {

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** A new UUID of version 7. */
  UUID newEventId() {
    return ids.generate();
  }

  static EventId eventId(UUID id) {
    return new EventId(
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  /** Avro's single-object encoding. */
  byte[] encode(LogEntry entry) {
    try {
      ByteBuffer encoded = LogEntry.getEncoder().encode(entry);
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (IOException neverInMemory) {
      throw new UncheckedIOException(neverInMemory);
    }
  }
}
