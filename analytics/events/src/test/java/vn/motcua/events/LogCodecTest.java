package vn.motcua.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.motcua.events.UndecodableEvent.Reason;

class LogCodecTest {

  private static final String FINISHED_V2 =
      "c301a896913bdf86872e01932f5e7a00700080000123456789ab02540680897a0a80897a0201";

  private static final LogEntry FINISHED =
      new LogEntry(
          EventIds.of(UUID.fromString("01932f5e-7a00-7000-8000-0123456789ab")),
          1,
          42L,
          3,
          Instant.ofEpochMilli(1_000_000),
          new DossierFinished(Instant.ofEpochMilli(1_000_000), Outcome.REFUSED, -1));

  private final LogCodec codec = new LogCodec();

  @Provide
  Arbitrary<LogEntry> entries() {
    return Messages.entries();
  }

  @Provide
  Arbitrary<Tick> ticks() {
    return Messages.ticks();
  }

  @Provide
  Arbitrary<Term> terms() {
    return Messages.terms();
  }

  @Property(tries = 2000)
  void entry_survives_the_round_trip(@ForAll("entries") LogEntry entry) {
    assertThat(codec.decodeEntry(codec.encode(entry))).isEqualTo(entry);
  }

  @Property(tries = 200)
  void tick_survives_the_round_trip(@ForAll("ticks") Tick tick) {
    assertThat(codec.decode(codec.encode(tick))).isEqualTo(tick);
  }

  @Property(tries = 200)
  void term_survives_the_round_trip(@ForAll("terms") Term term) {
    assertThat(codec.decode(codec.encode(term))).isEqualTo(term);
  }

  @Property(tries = 1000)
  void a_cut_message_is_refused(
      @ForAll("entries") LogEntry entry, @ForAll @IntRange(max = 999) int permille) {
    byte[] whole = codec.encode(entry);
    byte[] cut = Arrays.copyOf(whole, whole.length * permille / 1000);
    assertThat(reasonOf(cut)).isIn(Reason.TRUNCATED, Reason.NOT_A_MESSAGE);
  }

  @Property(tries = 1000)
  void damaged_bytes_end_in_a_message_or_in_the_typed_exception(
      @ForAll("entries") LogEntry entry, @ForAll int position, @ForAll byte damage) {
    byte[] bytes = codec.encode(entry);
    bytes[Math.floorMod(position, bytes.length)] ^= damage;
    try {
      assertThat(codec.decode(bytes)).isNotNull();
    } catch (UndecodableEvent e) {
      assertThat(e.reason()).isNotNull();
    }
  }

  /** These bytes are in the log already: a change here loses history. */
  @Test
  void released_bytes_stay_as_they_are() {
    Tick tick = new Tick(Instant.ofEpochMilli(1));
    assertThat(HexFormat.of().formatHex(codec.encode(tick))).isEqualTo(GOLDEN_TICK);
    assertThat(codec.decode(HexFormat.of().parseHex(GOLDEN_TICK))).isEqualTo(tick);
    Term term =
        new Term(
            1, TermKind.FEEDBACK, 17L, 5L, 0L, 3, 2, null, Instant.ofEpochMilli(1), Instant.EPOCH);
    assertThat(HexFormat.of().formatHex(codec.encode(term))).isEqualTo(GOLDEN_TERM);
    assertThat(codec.decode(HexFormat.of().parseHex(GOLDEN_TERM))).isEqualTo(term);
    assertThat(codec.decode(HexFormat.of().parseHex(FINISHED_V1))).isEqualTo(FINISHED);
    assertThat(HexFormat.of().formatHex(codec.encode(FINISHED))).isEqualTo(FINISHED_V2);
    assertThat(codec.decode(HexFormat.of().parseHex(FINISHED_V2))).isEqualTo(FINISHED);
  }

  @Test
  void foreign_bytes_are_refused_with_their_reason() {
    assertThat(reasonOf(null)).isEqualTo(Reason.NOT_A_MESSAGE);
    assertThat(reasonOf(new byte[0])).isEqualTo(Reason.NOT_A_MESSAGE);
    assertThat(reasonOf("{\"type\":\"received\"}".getBytes())).isEqualTo(Reason.NOT_A_MESSAGE);
    assertThat(reasonOf(HexFormat.of().parseHex("c301000000"))).isEqualTo(Reason.TRUNCATED);
    assertThat(reasonOf(HexFormat.of().parseHex("c3010123456789abcdef02")))
        .isEqualTo(Reason.UNKNOWN_SCHEMA);
  }

  @Test
  void trailing_bytes_are_refused() {
    byte[] bytes = codec.encode(FINISHED);
    assertThat(reasonOf(Arrays.copyOf(bytes, bytes.length + 1))).isEqualTo(Reason.TRAILING_BYTES);
  }

  @Test
  void an_unknown_kind_of_body_is_refused() {
    byte[] bytes = codec.encode(FINISHED);
    // The last bytes are: union branch, finishedAt (3 bytes of zig-zag), outcome, usedMinutes.
    int branch = bytes.length - 6;
    assertThat(bytes[branch]).isEqualTo((byte) (5 << 1));
    bytes[branch] = 0x7e;
    assertThat(reasonOf(bytes)).isEqualTo(Reason.MALFORMED);
    bytes[branch] = 5 << 1;
    bytes[bytes.length - 2] = 0x7e;
    assertThat(reasonOf(bytes)).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void a_tick_is_no_entry() {
    byte[] tick = codec.encode(new Tick(Instant.EPOCH));
    assertThatThrownBy(() -> codec.decodeEntry(tick)).isInstanceOf(UndecodableEvent.class);
  }

  @Test
  void one_codec_serves_many_threads() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> work =
          IntStream.range(0, 64)
              .<Callable<Boolean>>mapToObj(
                  n ->
                      () -> {
                        LogEntry mine =
                            LogEntry.newBuilder(FINISHED).setAggregateId((long) n).build();
                        for (int i = 0; i < 200; i++) {
                          if (!codec.decodeEntry(codec.encode(mine)).equals(mine)) {
                            return false;
                          }
                        }
                        return true;
                      })
              .toList();
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  @Test
  void key_is_the_aggregate_id_big_endian() {
    assertThat(RecordKey.of(258)).containsExactly(0, 0, 0, 0, 0, 0, 1, 2);
    assertThat(RecordKey.aggregateId(RecordKey.of(-7))).isEqualTo(-7);
    assertThat(RecordKey.of(TermKind.FEEDBACK, 258)).containsExactly(2, 0, 0, 0, 0, 0, 0, 1, 2);
  }

  @Test
  void event_id_is_the_uuid_big_endian() {
    UUID id = UUID.fromString("01932f5e-7a00-7000-8000-0123456789ab");
    assertThat(HexFormat.of().formatHex(EventIds.of(id).bytes()))
        .isEqualTo("01932f5e7a00700080000123456789ab");
    assertThat(EventIds.toUuid(EventIds.of(id))).isEqualTo(id);
  }

  private Reason reasonOf(byte[] bytes) {
    UndecodableEvent refusal =
        catchThrowableOfType(UndecodableEvent.class, () -> codec.decode(bytes));
    assertThat(refusal).isNotNull();
    return refusal.reason();
  }

  private static final String GOLDEN_TICK = "c301aa878a1d7ad6b93402";
  private static final String GOLDEN_TERM = "c301ca2ea30422163b700204220a000604000200";
  private static final String FINISHED_V1 =
      "c301c86f7f62e881189e01932f5e7a00700080000123456789ab02540680897a0a80897a02";
}
