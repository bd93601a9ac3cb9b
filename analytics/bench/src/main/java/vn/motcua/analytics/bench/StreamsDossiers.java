package vn.motcua.analytics.bench;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.ContributionChange;
import vn.motcua.analytics.job.stream.DossierState;
import vn.motcua.analytics.job.stream.DossierStateCodec;
import vn.motcua.analytics.job.stream.LogRecord;
import vn.motcua.analytics.job.stream.LogRecordReader;

/**
 * The dossiers' part of the topology. Changes are added up and handed on ten times a second, which
 * is kinder than Kafka Streams by itself would be: it has no moment before a commit for that.
 */
final class StreamsDossiers implements Processor<byte[], byte[], byte[], byte[]> {

  static final String STORE = "dossier";
  static final String DEADLINES = "deadline";

  private static final byte[] NOTHING = {};

  private final Progress progress;
  private final LogRecordReader reader = new LogRecordReader();
  private final DossierStateCodec codec = new DossierStateCodec();
  private final DossierState state = new DossierState();
  private final ContributionChange change = new ContributionChange(true);
  private final Map<Cell, long[]> pending = new HashMap<>();
  private final Read read = new Read();
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<Long, byte[]> dossiers;
  private KeyValueStore<Bytes, byte[]> deadlines;
  private long time = Long.MIN_VALUE;

  StreamsDossiers(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> given) {
    context = given;
    dossiers = context.getStateStore(STORE);
    deadlines = context.getStateStore(DEADLINES);
    reader.open(null);
    context.schedule(Duration.ofMillis(100), PunctuationType.WALL_CLOCK_TIME, ignored -> handOn());
  }

  @Override
  public void process(Record<byte[], byte[]> sent) {
    reader.deserialize(new ConsumerRecord<>("", 0, 0, sent.key(), sent.value()), read);
    if (read.record.tick != Entry.NONE) {
      tick(read.record.tick);
    } else {
      take(read.record.entry);
    }
    progress.read.increment();
  }

  private void take(Entry entry) {
    load(entry.dossierId);
    if (entry.sequence != state.sequence + 1) {
      return;
    }
    change.begin();
    Timeline before = state.facts == null ? null : Timeline.of(state.facts, state.countedAt);
    long now = Math.max(time, state.countedAt);
    boolean stays = before != null && before.staysAfter(entry.kind, state.facts.live, now);
    boolean countsLater = stays && ContributionChange.countsLater(entry.kind, before);
    if (before != null && !countsLater) {
      change.subtract(state.facts, before);
    }
    state.sequence = entry.sequence;
    try {
      if (state.facts == null) {
        state.facts = DossierFacts.begin(entry);
      } else {
        state.facts.apply(entry);
      }
    } catch (BrokenContract e) {
      throw new IllegalStateException(e);
    }
    state.countedAt = now;
    Timeline after = stays ? before : Timeline.of(state.facts, now);
    if (countsLater) {
      change.keep(state.facts, after);
    } else {
      change.add(state.facts, after);
    }
    keep(entry.dossierId, after);
  }

  private void tick(long now) {
    time = now;
    Bytes to = deadline(now, 0);
    try (KeyValueIterator<Bytes, byte[]> due = deadlines.range(null, to)) {
      while (due.hasNext()) {
        KeyValue<Bytes, byte[]> next = due.next();
        ByteBuffer key = ByteBuffer.wrap(next.key.get());
        if (key.getLong() >= now) {
          break;
        }
        long dossier = key.getLong();
        load(dossier);
        change.begin();
        change.subtract(state.facts, Timeline.of(state.facts, state.countedAt));
        state.countedAt = Math.max(time, state.countedAt);
        Timeline after = Timeline.of(state.facts, state.countedAt);
        change.add(state.facts, after);
        keep(dossier, after);
      }
    }
  }

  private void load(long dossier) {
    byte[] kept = dossiers.get(dossier);
    if (kept == null) {
      state.clear();
    } else {
      codec.decode(kept, dossier, state);
    }
  }

  private void keep(long dossier, Timeline after) {
    change.each(
        (key, difference) -> {
          long[] sum =
              pending.computeIfAbsent(
                  key.cell(),
                  cell -> {
                    progress.pending.increment();
                    return new long[cell.rollUp().size()];
                  });
          for (int i = 0; i < sum.length; i++) {
            sum[i] += difference[i];
          }
        });
    long deadline = state.facts.live ? after.deadline() : Entry.NONE;
    if (deadline != state.armedFor) {
      if (state.armedFor != Entry.NONE) {
        deadlines.delete(deadline(state.armedFor, dossier));
      }
      if (deadline != Entry.NONE) {
        deadlines.put(deadline(deadline, dossier), NOTHING);
      }
      state.armedFor = deadline;
    }
    dossiers.put(dossier, codec.encode(state));
  }

  private static Bytes deadline(long moment, long dossier) {
    return Bytes.wrap(ByteBuffer.allocate(16).putLong(moment).putLong(dossier).array());
  }

  private void handOn() {
    pending.forEach(
        (cell, sum) -> {
          context.forward(
              new Record<>(StreamsCells.key(cell), StreamsCells.values(sum), Math.max(0, time)));
          progress.handedOn.increment();
          progress.pending.decrement();
        });
    pending.clear();
  }

  /** Holds the record that was read last. */
  private static final class Read implements Collector<LogRecord> {
    private LogRecord record;

    @Override
    public void collect(LogRecord collected) {
      record = collected;
    }

    @Override
    public void close() {
      // Nothing is held open.
    }
  }
}
