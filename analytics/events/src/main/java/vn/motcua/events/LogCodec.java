package vn.motcua.events;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The log's messages as bytes, in Avro's single-object encoding: {@code C3 01}, the writer schema's
 * 64-bit fingerprint (little-endian), the message. The fingerprint leads to the released schema the
 * bytes were written with, so old bytes stay readable.
 *
 * <p>Thread-safe.
 */
public final class LogCodec {

  private static final byte MARKER_1 = (byte) 0xC3;
  private static final byte MARKER_2 = 0x01;
  private static final int HEADER = 2 + Long.BYTES;

  /** No list of a message is longer. */
  private static final int LONGEST_LIST = 10_000;

  static {
    // A damaged count of a list would otherwise reserve gigabytes: walking over a block of bytes
    // does not look at how many items it claims to have. Read by Avro when it decodes first.
    String limit = "org.apache.avro.limits.collectionItems.maxLength";
    if (System.getProperty(limit) == null) {
      System.setProperty(limit, Integer.toString(LONGEST_LIST));
    }
  }

  private final Format<LogEntry> entry = new Format<>(LogEntry.class, LogEntry.getClassSchema());
  private final Format<Tick> tick = new Format<>(Tick.class, Tick.getClassSchema());
  private final Format<Term> term = new Format<>(Term.class, Term.getClassSchema());
  private final Map<Long, Reading> readings = new HashMap<>();

  public LogCodec() {
    entry.readings(readings);
    tick.readings(readings);
    term.readings(readings);
  }

  /**
   * @throws AvroRuntimeException when a field that must be there is null
   */
  public byte[] encode(LogEntry message) {
    return entry.encode(message);
  }

  public byte[] encode(Tick message) {
    return tick.encode(message);
  }

  public byte[] encode(Term message) {
    return term.encode(message);
  }

  /**
   * Reads a message of any released version.
   *
   * @return a {@link LogEntry}, a {@link Tick} or a {@link Term}
   * @throws UndecodableEvent when the bytes are no message of the log
   */
  public SpecificRecord decode(byte[] bytes) {
    if (bytes == null || bytes.length < 2 || bytes[0] != MARKER_1 || bytes[1] != MARKER_2) {
      throw new UndecodableEvent(
          UndecodableEvent.Reason.NOT_A_MESSAGE, "does not begin with C3 01");
    }
    if (bytes.length < HEADER) {
      throw new UndecodableEvent(UndecodableEvent.Reason.TRUNCATED, "ends within the fingerprint");
    }
    long fingerprint = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    Reading reading = readings.get(fingerprint);
    if (reading == null) {
      throw new UndecodableEvent(
          UndecodableEvent.Reason.UNKNOWN_SCHEMA, "fingerprint %016x".formatted(fingerprint));
    }
    return reading.read(bytes);
  }

  /**
   * @throws UndecodableEvent when the bytes are no entry of the log
   */
  public LogEntry decodeEntry(byte[] bytes) {
    if (decode(bytes) instanceof LogEntry message) {
      return message;
    }
    throw new UndecodableEvent(
        UndecodableEvent.Reason.NOT_A_MESSAGE, "a tick or a term, not an entry");
  }

  /** One kind of message: its current schema and those released before. */
  private static final class Format<T extends SpecificRecord> {

    private final Class<T> type;
    private final Schema schema;
    private final SpecificData model;
    private final byte[] header;
    private final ThreadLocal<SpecificDatumWriter<T>> writer;

    Format(Class<T> type, Schema schema) {
      this.type = type;
      this.schema = schema;
      this.model = SpecificData.getForClass(type);
      this.header =
          ByteBuffer.allocate(HEADER)
              .order(ByteOrder.LITTLE_ENDIAN)
              .put(MARKER_1)
              .put(MARKER_2)
              .putLong(SchemaNormalization.parsingFingerprint64(schema))
              .array();
      this.writer = ThreadLocal.withInitial(() -> new SpecificDatumWriter<>(schema, model));
    }

    byte[] encode(T message) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(128);
      out.writeBytes(header);
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
      try {
        writer.get().write(message, encoder);
        encoder.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toByteArray();
    }

    void readings(Map<Long, Reading> target) {
      for (Schema written : ReleasedSchemas.of(type.getSimpleName())) {
        target.put(
            SchemaNormalization.parsingFingerprint64(written),
            new Reading(
                written,
                ThreadLocal.withInitial(() -> new SpecificDatumReader<T>(written, schema, model))));
      }
    }
  }

  /** Reads what was written with one released schema. */
  private record Reading(
      Schema written, ThreadLocal<? extends SpecificDatumReader<? extends SpecificRecord>> reader) {

    SpecificRecord read(byte[] bytes) {
      try {
        BinaryDecoder decoder = decoder(bytes);
        // Walk once without building anything: a damaged length would otherwise reserve gigabytes.
        GenericDatumReader.skip(written, decoder);
        if (!decoder.isEnd()) {
          throw new UndecodableEvent(
              UndecodableEvent.Reason.TRAILING_BYTES, "more bytes than the message has");
        }
        return reader.get().read(null, decoder(bytes));
      } catch (EOFException e) {
        throw new UndecodableEvent(UndecodableEvent.Reason.TRUNCATED, "ends within the message", e);
      } catch (IOException
          | AvroRuntimeException
          | IndexOutOfBoundsException
          | UnsupportedOperationException e) {
        throw new UndecodableEvent(
            UndecodableEvent.Reason.MALFORMED, String.valueOf(e.getMessage()), e);
      }
    }

    private static BinaryDecoder decoder(byte[] bytes) {
      return DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
    }
  }
}
