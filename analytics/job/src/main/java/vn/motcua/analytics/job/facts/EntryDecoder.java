package vn.motcua.analytics.job.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;

/**
 * Reads an entry of one schema straight from its bytes, without Avro's objects: the job spends a
 * quarter of its time otherwise. Anything out of the ordinary is left to the codec, which also
 * tells what is wrong with it. The order of fields is that of {@code log.avdl}; tests hold both
 * readers against each other.
 *
 * <p>Not thread-safe.
 */
public final class EntryDecoder {

  private static final int HEADER = 10;
  private static final int EVENT_ID = 16;

  /** What this class has learnt to read. Entries of any other released schema go by the codec. */
  private static final String SCHEMA = "/schemas/LogEntry-v2.avsc";

  private static final long FINGERPRINT = fingerprint();

  private static final Channel[] CHANNELS = Channel.values();
  private static final DueCause[] CAUSES = DueCause.values();
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int CLOSE_REASONS = vn.motcua.events.CloseReason.values().length;
  private static final int REQUEST_KINDS = vn.motcua.events.RequestKind.values().length;
  private static final RatingPlace[] PLACES = RatingPlace.values();

  /** Signals that the codec has to look; carries nothing. */
  private static final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final Unusual SIGNAL = new Unusual();

    private Unusual() {
      super(null, null, false, false);
    }
  }

  private static long fingerprint() {
    try (InputStream in = EntryDecoder.class.getResourceAsStream(SCHEMA)) {
      return SchemaNormalization.parsingFingerprint64(new Schema.Parser().parse(in));
    } catch (IOException e) {
      throw new UncheckedIOException(SCHEMA, e);
    }
  }

  private byte[] bytes;
  private int at;
  private byte[] zoneBytes = {};
  private String zone = "";

  /**
   * @param entry filled; undefined where the answer is false
   * @return false: read it by the codec
   */
  public boolean decode(byte[] message, Entry entry) {
    if (message == null
        || message.length <= HEADER + EVENT_ID
        || message[0] != (byte) 0xC3
        || message[1] != 1
        || ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN).getLong(2) != FINGERPRINT) {
      return false;
    }
    bytes = message;
    at = HEADER + EVENT_ID;
    try {
      entry.clear();
      read(entry);
      return at == message.length;
    } catch (Unusual | ArrayIndexOutOfBoundsException e) {
      return false;
    } finally {
      bytes = null;
    }
  }

  private void read(Entry entry) {
    entry.datasetId = number();
    entry.dossierId = longNumber();
    entry.sequence = number();
    entry.occurredAt = longNumber();
    entry.moment = entry.occurredAt;
    switch (number()) {
      case 0 -> received(entry);
      case 1 -> {
        entry.kind = Kind.STEP;
        skipText();
        entry.unitId = number();
      }
      case 2 -> {
        at(entry, Kind.PAUSED);
        entry.lawful = truth();
      }
      case 3 -> {
        at(entry, Kind.RESUMED);
        entry.dueAt = moment();
      }
      case 4 -> {
        entry.kind = Kind.DUE_MOVED;
        entry.dueAt = moment();
        entry.dueCause = CAUSES[constant(CAUSES.length)];
      }
      case 5 -> {
        at(entry, Kind.FINISHED);
        entry.outcome = OUTCOMES[constant(OUTCOMES.length)];
        entry.usedMinutes = number();
      }
      case 6 -> {
        at(entry, Kind.CLOSED);
        constant(CLOSE_REASONS);
      }
      case 7 -> {
        at(entry, Kind.REOPENED);
        entry.dueAt = moment();
      }
      case 8 -> at(entry, Kind.VOIDED);
      case 9 -> {
        at(entry, Kind.REATTRIBUTED);
        entry.unitId = number();
        entry.branchId = number();
      }
      case 10 -> corrected(entry);
      case 11 -> at(entry, Kind.RETURNED);
      case 12 -> at(entry, Kind.OBSERVED);
      case 13 -> {
        at(entry, Kind.SUPPLEMENT_REQUESTED);
        constant(REQUEST_KINDS);
        entry.secondOfEpisode = truth();
        entry.recheck = truth();
      }
      case 14 -> rated(entry);
      default -> throw Unusual.SIGNAL;
    }
  }

  private void received(Entry entry) {
    at(entry, Kind.RECEIVED);
    entry.dueAt = moment();
    entry.unitId = number();
    entry.branchId = number();
    entry.fieldId = number();
    entry.procedureId = number();
    entry.channel = CHANNELS[constant(CHANNELS.length)];
    entry.zone = zone();
    entry.live = truth();
    entry.baselineSteps = number();
    entry.baselineMinutes = number();
    entry.papersBaseline = number();
    entry.papersBrought = number();
    entry.opensEpisode = truth();
  }

  private void corrected(Entry entry) {
    entry.kind = Kind.CORRECTED;
    entry.receivedAt = moment();
    entry.dueAt = moment();
    entry.finishedAt = moment();
    entry.outcome = present() ? OUTCOMES[constant(OUTCOMES.length)] : null;
    entry.channel = present() ? CHANNELS[constant(CHANNELS.length)] : null;
    entry.fieldId = present() ? number() : Entry.NO_ID;
  }

  private void rated(Entry entry) {
    at(entry, Kind.RATED);
    for (int block = number(); block != 0; block = number()) {
      if (block < 0) {
        throw Unusual.SIGNAL;
      }
      for (int i = 0; i < block; i++) {
        int answer = number();
        entry.answers += answer > 0 ? 1 : 0;
        entry.satisfied += answer >= BoardFacts.GOOD ? 1 : 0;
      }
    }
    entry.trust = number();
    entry.ratedOnTablet = PLACES[constant(PLACES.length)] == RatingPlace.TABLET;
  }

  private void at(Entry entry, Kind kind) {
    entry.kind = kind;
    entry.moment = longNumber();
  }

  /** A moment or null, as a union of null and long. */
  private long moment() {
    return present() ? longNumber() : Entry.NONE;
  }

  private boolean present() {
    int branch = number();
    if (branch != 0 && branch != 1) {
      throw Unusual.SIGNAL;
    }
    return branch == 1;
  }

  private int constant(int count) {
    int ordinal = number();
    if (ordinal < 0 || ordinal >= count) {
      throw Unusual.SIGNAL;
    }
    return ordinal;
  }

  private boolean truth() {
    byte value = bytes[at++];
    if (value != 0 && value != 1) {
      throw Unusual.SIGNAL;
    }
    return value == 1;
  }

  private void skipText() {
    int length = number();
    if (length < 0 || length > bytes.length - at) {
      throw Unusual.SIGNAL;
    }
    at += length;
  }

  /** A log names few zones, and one after another the same. */
  private String zone() {
    int begin = at;
    skipText();
    if (!Arrays.equals(bytes, begin, at, zoneBytes, 0, zoneBytes.length)) {
      zoneBytes = Arrays.copyOfRange(bytes, begin, at);
      at = begin;
      int length = number();
      zone = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
    }
    return zone;
  }

  private int number() {
    int b = bytes[at++];
    if (b >= 0) {
      return (b >>> 1) ^ -(b & 1);
    }
    long value = b & 0x7F;
    for (int shift = 7; shift <= 28; shift += 7) {
      b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        if (value > 0xFFFF_FFFFL) {
          throw Unusual.SIGNAL;
        }
        int raw = (int) value;
        return (raw >>> 1) ^ -(raw & 1);
      }
    }
    throw Unusual.SIGNAL;
  }

  private long longNumber() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        if (shift == 63 && b > 1) {
          throw Unusual.SIGNAL;
        }
        return (value >>> 1) ^ -(value & 1);
      }
    }
    throw Unusual.SIGNAL;
  }
}
