package vn.motcua.analytics.job.stream;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.event.WatermarkEvent;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.LatencyMarker;
import org.apache.flink.streaming.runtime.streamrecord.RecordAttributes;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.junit.jupiter.api.Test;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.analytics.job.watch.AlertKind;
import vn.motcua.analytics.job.watch.AlertRow;
import vn.motcua.analytics.job.watch.DeadlineWatch;
import vn.motcua.analytics.job.watch.RuleSource;
import vn.motcua.analytics.job.watch.WatchRule;
import vn.motcua.analytics.job.watch.WatchRules;
import vn.motcua.analytics.job.watch.WorkingSpans;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/**
 * What an entry costs with one million open dossiers and ever more closed ones, in the two
 * operators that keep something of a dossier, without network, Kafka and database. Runs only when
 * it is asked for by name: {@code mvn -pl analytics/job -am test -Dtest=FlatCostBench
 * -Dmotcua.test.heap=12g -Dsurefire.failIfNoSpecifiedTests=false}, with {@code
 * -Dmotcua.flat.backend=rocksdb} and {@code -Dmotcua.flat.closed=1000000,5000000}.
 *
 * <p>Open dossiers come in by entries; closed ones are put into the state as entries would have
 * left them, or 20 million would take an hour. Measured is a mix that keeps the number of open
 * ones: one comes in, an open one has a step, one is finished, one of all the closed ones is
 * returned.
 */
class FlatCostBench {

  private static final long OPEN = Long.getLong("motcua.flat.open", 1_000_000);
  private static final String BACKEND = System.getProperty("motcua.flat.backend", "hashmap");
  private static final long[] CLOSED =
      Arrays.stream(System.getProperty("motcua.flat.closed", "1000000,5000000,20000000").split(","))
          .mapToLong(Long::parseLong)
          .toArray();

  private static final int ROUNDS = 5;
  private static final int LIVES = 100_000;
  private static final int TICK_EVERY = 5_000;
  private static final long MINUTE = 60_000;
  private static final long DAY = 1_440 * MINUTE;
  private static final long BEGIN = 1_780_272_000_000L;

  /** From one closed dossier to the next, so that none is returned twice. */
  private static final long STRIDE = 7_368_787;

  /** Beyond all that entries bring in. */
  private static final long FIRST_CLOSED = 1L << 40;

  private static final RuleSource RULES =
      () ->
          new WatchRules(
              java.util.List.of(
                  new WatchRule(AlertKind.DUE_SOON, 0, 480, false, 50, 0, Long.MAX_VALUE),
                  new WatchRule(AlertKind.UNTOUCHED, 0, 480, false, 0, 0, Long.MAX_VALUE)),
              WorkingSpans.none());

  private final Random random = new Random(20_261_122);
  private final Entry entry = new Entry();
  private final StreamRecord<Entry> record = new StreamRecord<>(entry);
  private final DossierCounting counting = new DossierCounting();
  private final KeyedProcessOperator<Long, Entry, AlertRow> watching =
      new KeyedProcessOperator<>(new DeadlineWatch(RULES));
  private KeyedOneInputStreamOperatorTestHarness<Long, Entry, CellChange> dossiers;
  private KeyedOneInputStreamOperatorTestHarness<Long, Entry, AlertRow> watch;

  private long now = BEGIN;
  private long received;
  private long closed;
  private long returned;
  private long entries;
  private long handedOn;
  private final long[] open = new long[(int) OPEN];
  private final int[] sequences = new int[(int) OPEN];

  @Test
  void measure() throws Exception {
    dossiers =
        new KeyedOneInputStreamOperatorTestHarness<>(counting, each -> each.dossierId, Types.LONG);
    watch =
        new KeyedOneInputStreamOperatorTestHarness<>(watching, each -> each.dossierId, Types.LONG);
    dossiers.getExecutionConfig().enableObjectReuse();
    dossiers.setStateBackend(backend());
    watch.setStateBackend(backend());
    dossiers.open();
    watch.open();
    // The harness would copy, by Flink's most general way, whatever it is given.
    replaceOutput(counting, new Onward());
    replaceOutput(watching, new Nowhere<AlertRow>());
    long empty = heap();
    for (int i = 0; i < OPEN; i++) {
      receive(i);
    }
    long withOpen = heap();
    System.err.printf(
        Locale.ROOT,
        "%n%s: %,d open dossiers, %.0f bytes of heap each (two timers included)%n",
        BACKEND,
        OPEN,
        (withOpen - empty) / (double) OPEN);
    live();
    double first = 0;
    for (long size : CLOSED) {
      long before = heap();
      long had = closed;
      close(size);
      long after = heap();
      double[] rounds = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rounds[round] = live();
      }
      Arrays.sort(rounds);
      double median = rounds[ROUNDS / 2];
      first = first == 0 ? median : first;
      System.err.printf(
          Locale.ROOT,
          "%s: %,11d closed: %.0f ns per entry (%.0f to %.0f), %+.1f %% against the first;"
              + " %.0f bytes of heap per closed dossier%n",
          BACKEND,
          size,
          median,
          rounds[0],
          rounds[ROUNDS - 1],
          100 * (median / first - 1),
          (after - before) / (double) (closed - had));
    }
    System.err.printf(
        Locale.ROOT,
        "bytes kept of a closed dossier: %d; of the open ones by the watch and the figures: see"
            + " DossierStateCodecTest and WatchStateCodecTest%n",
        closedBytes().length);
    dossiers.close();
    watch.close();
  }

  private static StateBackend backend() {
    if (BACKEND.equals("hashmap")) {
      return new HashMapStateBackend();
    }
    EmbeddedRocksDBStateBackend rocks = new EmbeddedRocksDBStateBackend(true);
    rocks.setPriorityQueueStateType(EmbeddedRocksDBStateBackend.PriorityQueueStateType.HEAP);
    return rocks;
  }

  /** One round; nanoseconds per entry. */
  private double live() throws Exception {
    long from = entries;
    long begin = System.nanoTime();
    for (int i = 0; i < LIVES; i++) {
      int place = random.nextInt((int) OPEN);
      send(Kind.STEP, open[place], ++sequences[place]);
      int ended = random.nextInt((int) OPEN);
      send(Kind.FINISHED, open[ended], ++sequences[ended]);
      receive(ended);
      if (closed > 0) {
        send(Kind.RETURNED, FIRST_CLOSED + ++returned * STRIDE % closed, 3);
      }
    }
    counting.handOn();
    return (System.nanoTime() - begin) / (double) (entries - from);
  }

  private void receive(int place) throws Exception {
    open[place] = ++received;
    sequences[place] = 1;
    send(Kind.RECEIVED, received, 1);
  }

  private void send(Kind kind, long dossier, int sequence) throws Exception {
    entry.clear();
    entry.dossierId = dossier;
    entry.datasetId = 1;
    entry.sequence = sequence;
    entry.kind = kind;
    now += 20;
    entry.moment = now;
    entry.occurredAt = now;
    if (kind == Kind.RECEIVED) {
      fill(dossier);
    } else if (kind == Kind.FINISHED) {
      entry.outcome = Outcome.GRANTED;
      entry.usedMinutes = (int) (dossier % 4_000);
    }
    dossiers.processElement(record);
    if (++entries % TICK_EVERY == 0) {
      dossiers.processWatermark(new Watermark(now - 1));
      counting.handOn();
    }
  }

  private void fill(long dossier) {
    entry.dueAt = now + 20 * DAY + dossier % 20 * DAY;
    entry.unitId = (int) (1 + dossier % 126);
    entry.branchId = (int) (1_000 + dossier % 12);
    entry.fieldId = (int) (1 + dossier % 16);
    entry.procedureId = (int) (1_000 + dossier % 220);
    entry.channel = Channel.ONLINE;
    entry.zone = "Asia/Ho_Chi_Minh";
    entry.live = true;
    entry.baselineSteps = 4;
    entry.baselineMinutes = 2_400;
    entry.papersBaseline = 3;
    entry.papersBrought = 3;
    entry.opensEpisode = true;
  }

  /** Puts closed dossiers into the state until there are so many. */
  private void close(long size) throws Exception {
    ValueState<byte[]> state =
        counting
            .getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "dossier", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    byte[] bytes = closedBytes();
    for (; closed < size; closed++) {
      counting.setCurrentKey(FIRST_CLOSED + closed);
      state.update(bytes.clone());
    }
    if (BACKEND.equals("hashmap")) {
      settle(state);
    }
  }

  /**
   * A map that has grown moves its contents bit by bit, with each look into it. Filled as fast as
   * here it would still be busy with that when the rounds begin, which no day at the counter is.
   */
  private void settle(ValueState<byte[]> state) throws Exception {
    for (long i = 0; i < closed; i++) {
      counting.setCurrentKey(FIRST_CLOSED + i);
      state.value();
    }
  }

  /** As two entries leave a dossier that is finished and not returned yet. */
  private byte[] closedBytes() throws Exception {
    DossierState state = new DossierState();
    state.clear();
    Entry receipt = new Entry();
    long dossier = 7;
    receipt.dossierId = dossier;
    receipt.datasetId = 1;
    receipt.sequence = 1;
    receipt.kind = Kind.RECEIVED;
    receipt.moment = BEGIN;
    receipt.occurredAt = BEGIN;
    receipt.dueAt = BEGIN + 5 * DAY;
    receipt.unitId = 108;
    receipt.branchId = 1_007;
    receipt.fieldId = 8;
    receipt.procedureId = 1_007;
    receipt.channel = Channel.ONLINE;
    receipt.zone = "Asia/Ho_Chi_Minh";
    receipt.live = true;
    receipt.baselineSteps = 4;
    receipt.baselineMinutes = 2_400;
    receipt.papersBaseline = 3;
    receipt.papersBrought = 3;
    state.facts = vn.motcua.analytics.job.facts.DossierFacts.begin(receipt);
    Entry finish = new Entry();
    finish.dossierId = dossier;
    finish.datasetId = 1;
    finish.sequence = 2;
    finish.kind = Kind.FINISHED;
    finish.moment = BEGIN + DAY + 12_345;
    finish.occurredAt = finish.moment;
    finish.outcome = Outcome.GRANTED;
    finish.usedMinutes = 420;
    state.facts.apply(finish);
    state.sequence = 2;
    state.countedAt = finish.moment + 1;
    return new DossierStateCodec().encode(state);
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void replaceOutput(AbstractStreamOperator<?> operator, Output<?> output)
      throws ReflectiveOperationException {
    var field = AbstractStreamOperator.class.getDeclaredField("output");
    field.setAccessible(true);
    field.set(operator, output);
  }

  /** Takes everything and keeps nothing. */
  private class Nowhere<T> implements Output<StreamRecord<T>> {
    @Override
    public void collect(StreamRecord<T> handed) {
      handedOn++;
    }

    @Override
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> handed) {
      handedOn++;
    }

    @Override
    public void emitWatermark(Watermark mark) {
      handedOn++;
    }

    @Override
    public void emitWatermarkStatus(WatermarkStatus status) {
      handedOn++;
    }

    @Override
    public void emitLatencyMarker(LatencyMarker marker) {
      handedOn++;
    }

    @Override
    public void emitRecordAttributes(RecordAttributes attributes) {
      handedOn++;
    }

    @Override
    public void emitWatermark(WatermarkEvent mark) {
      handedOn++;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  /** Entries and time go on to the watch, as in the job. */
  private final class Onward extends Nowhere<CellChange> {
    @Override
    @SuppressWarnings("unchecked")
    public <X> void collect(OutputTag<X> tag, StreamRecord<X> handed) {
      if (tag.equals(DossierCounting.TAKEN)) {
        try {
          watch.processElement((StreamRecord<Entry>) handed);
        } catch (Exception e) {
          throw new IllegalStateException(e);
        }
      }
    }

    @Override
    public void emitWatermark(Watermark mark) {
      try {
        watch.processWatermark(mark);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
