package vn.motcua.analytics.job.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.motcua.events.Channel;
import vn.motcua.events.CloseReason;
import vn.motcua.events.DossierClosed;
import vn.motcua.events.DossierCorrected;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierObserved;
import vn.motcua.events.DossierPaused;
import vn.motcua.events.DossierRated;
import vn.motcua.events.DossierReattributed;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.DossierReopened;
import vn.motcua.events.DossierResumed;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.DossierVoided;
import vn.motcua.events.DueCause;
import vn.motcua.events.DueMoved;
import vn.motcua.events.EventIds;
import vn.motcua.events.LogCodec;
import vn.motcua.events.LogEntry;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.RequestKind;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.SupplementRequested;
import vn.motcua.events.UndecodableEvent;

/** The fast reader and the codec say the same of any bytes, or the fast one says nothing. */
class EntryDecoderTest {

  private static final int BODIES = 15;
  private final LogCodec codec = new LogCodec();
  private final EntryDecoder decoder = new EntryDecoder();
  private final Entry entry = new Entry();

  @Property(tries = 3000)
  void reads_what_the_codec_reads(@ForAll @IntRange(max = BODIES - 1) int body, @ForAll long seed) {
    byte[] bytes = message(body, new Random(seed));
    assertThat(decoder.decode(bytes, entry)).isTrue();
    assertThat(fields(entry)).isEqualTo(fields(EntryReading.read(codec.decodeEntry(bytes))));
  }

  @Property(tries = 6000)
  void damage_is_left_to_the_codec_or_read_as_the_codec_reads_it(
      @ForAll @IntRange(max = BODIES - 1) int body, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = message(body, random);
    for (int i = random.nextInt(3); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(3) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 3));
    }
    if (decoder.decode(bytes, entry)) {
      assertThat(fields(entry)).isEqualTo(fields(EntryReading.read(codec.decodeEntry(bytes))));
    } else {
      try {
        codec.decode(bytes);
      } catch (UndecodableEvent expected) {
        assertThat(expected.reason()).isNotNull();
      }
    }
  }

  private byte[] message(int body, Random random) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    return codec.encode(
        new LogEntry(
            EventIds.of(id),
            random.nextInt(),
            random.nextLong(),
            random.nextInt(1 << random.nextInt(31)),
            moment(random),
            body(body, random)));
  }

  private static Object body(int body, Random random) {
    return switch (body) {
      case 0 ->
          new DossierReceived(
              moment(random),
              perhaps(random),
              random.nextInt(),
              random.nextInt(200),
              random.nextInt(50),
              random.nextInt(),
              Channel.values()[random.nextInt(4)],
              random.nextBoolean() ? "Asia/Ho_Chi_Minh" : "Europe/Amsterdam",
              random.nextBoolean(),
              random.nextInt(20),
              random.nextInt(),
              random.nextInt(20),
              random.nextInt(20),
              random.nextBoolean());
      case 1 -> new StepCompleted("Thẩm định " + random.nextInt(), random.nextInt());
      case 2 -> new DossierPaused(moment(random), random.nextBoolean());
      case 3 -> new DossierResumed(moment(random), perhaps(random));
      case 4 -> new DueMoved(perhaps(random), DueCause.values()[random.nextInt(2)]);
      case 5 ->
          new DossierFinished(
              moment(random), Outcome.values()[random.nextInt(2)], random.nextInt(9000) - 1);
      case 6 -> new DossierClosed(moment(random), CloseReason.values()[random.nextInt(5)]);
      case 7 -> new DossierReopened(moment(random), perhaps(random));
      case 8 -> new DossierVoided(moment(random));
      case 9 -> new DossierReattributed(moment(random), random.nextInt(), random.nextInt());
      case 10 ->
          new DossierCorrected(
              perhaps(random),
              perhaps(random),
              perhaps(random),
              random.nextBoolean() ? null : Outcome.REFUSED,
              random.nextBoolean() ? null : Channel.POST,
              random.nextBoolean() ? null : random.nextInt());
      case 11 -> new DossierReturned(moment(random));
      case 12 -> new DossierObserved(moment(random));
      case 13 ->
          new SupplementRequested(
              moment(random),
              RequestKind.values()[random.nextInt(3)],
              random.nextBoolean(),
              random.nextBoolean());
      default ->
          new DossierRated(
              moment(random),
              random.ints(random.nextInt(6), 0, 6).boxed().toList(),
              random.nextInt(6),
              RatingPlace.values()[random.nextInt(3)]);
    };
  }

  private static Instant moment(Random random) {
    return Instant.ofEpochMilli(random.nextLong(-3_000_000_000_000L, 30_000_000_000_000L));
  }

  private static Instant perhaps(Random random) {
    return random.nextBoolean() ? null : moment(random);
  }

  private static Map<String, Object> fields(Entry of) {
    Map<String, Object> fields = new TreeMap<>();
    for (Field field : List.of(Entry.class.getFields())) {
      try {
        fields.put(field.getName(), String.valueOf(field.get(of)));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
    return fields;
  }
}
