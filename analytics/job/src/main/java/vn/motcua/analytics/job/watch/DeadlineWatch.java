package vn.motcua.analytics.job.watch;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;

/**
 * Watches live dossiers. It gets their entries in the order of their sequence, each once and as
 * {@link Reopening} tells it, and has one timer per dossier, which the ticks let go off. What
 * differs from what was told before is told, as a whole row. Of a dossier that has ended nothing is
 * kept.
 */
public final class DeadlineWatch extends KeyedProcessFunction<Long, Entry, AlertRow> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);

  /** How often the thresholds are read again, milliseconds. */
  private static final long RULES_LAST = 60_000;

  private final RuleSource source;
  private transient ValueState<byte[]> kept;
  private transient WatchStateCodec codec;
  private transient WatchRules rules;
  private transient long rulesReadAt;

  public DeadlineWatch(RuleSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    kept =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "watched", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    codec = new WatchStateCodec();
    rules = source.read();
  }

  @Override
  public void processElement(Entry entry, Context context, Collector<AlertRow> out)
      throws Exception {
    byte[] bytes = kept.value();
    if (bytes == null && !begins(entry)) {
      return;
    }
    refresh(context.timerService());
    WatchState state =
        bytes == null ? new WatchState() : codec.decode(bytes, context.getCurrentKey());
    if (entry.kind == Kind.RECEIVED) {
      // A dossier that is sent once more begins anew; what was told of it is put right.
      state.dossier = new WatchedDossier();
    }
    if (bytes == null && entry.kind == Kind.REOPENED) {
      state.dossier.remember(entry);
    }
    state.dossier.take(entry, rules);
    look(state, context.timerService(), out);
  }

  /** Of what has ended nothing is kept: the entry that opens it again brings it along. */
  private static boolean begins(Entry entry) {
    return entry.live && (entry.kind == Kind.RECEIVED || entry.kind == Kind.REOPENED);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<AlertRow> out)
      throws Exception {
    byte[] bytes = kept.value();
    if (bytes != null) {
      WatchState state = codec.decode(bytes, context.getCurrentKey());
      state.armedFor = Entry.NONE;
      state.dossier.ended.clear();
      look(state, context.timerService(), out);
    }
  }

  private void look(WatchState state, TimerService timers, Collector<AlertRow> out)
      throws IOException {
    // A watermark that never came is no time.
    long tick = timers.currentWatermark();
    state.lookedAt = Math.max(state.lookedAt, tick == Long.MIN_VALUE ? Entry.NONE : tick + 1);
    List<WatchedAlert> now = state.dossier.at(state.lookedAt);
    tell(state, now, out);
    state.told = now;
    state.toldUnit = state.dossier.unitId;
    arm(state, timers);
    if (state.dossier.open) {
      kept.update(codec.encode(state));
    } else {
      kept.clear();
    }
  }

  private static void tell(WatchState state, List<WatchedAlert> now, Collector<AlertRow> out) {
    boolean moved = state.toldUnit != state.dossier.unitId;
    for (WatchedAlert alert : now) {
      if (moved || !state.told.contains(alert)) {
        out.collect(row(state.dossier, alert, false));
      }
    }
    for (WatchedAlert alert : state.dossier.ended) {
      if (moved || !state.told.contains(alert)) {
        out.collect(row(state.dossier, alert, false));
      }
    }
    for (WatchedAlert alert : state.told) {
      if (!alert.isAmong(now) && !alert.isAmong(state.dossier.ended)) {
        out.collect(row(state.dossier, alert.cleared(alert.raisedAt()), true));
      }
    }
  }

  private static AlertRow row(WatchedDossier dossier, WatchedAlert alert, boolean withdrawn) {
    AlertRow row = new AlertRow();
    row.dossierId = dossier.dossierId;
    row.datasetId = dossier.datasetId;
    row.kind = alert.kind();
    row.sequence = alert.sequence();
    row.unitId = dossier.unitId;
    row.branchId = dossier.branchId;
    row.procedureId = dossier.procedureId;
    row.raisedAt = alert.raisedAt();
    row.clearedAt = alert.clearedAt();
    row.dueAt = alert.dueAt();
    row.withdrawn = withdrawn;
    return row;
  }

  private static void arm(WatchState state, TimerService timers) {
    long next = state.dossier.next(state.lookedAt);
    if (next == state.armedFor) {
      return;
    }
    if (state.armedFor != Entry.NONE) {
      timers.deleteEventTimeTimer(state.armedFor);
    }
    if (next != Entry.NONE) {
      timers.registerEventTimeTimer(next);
    }
    state.armedFor = next;
  }

  /** Thresholds that cannot be read stay as they were: a watch without a database goes on. */
  private void refresh(TimerService timers) {
    long now = timers.currentProcessingTime();
    if (now - rulesReadAt < RULES_LAST) {
      return;
    }
    rulesReadAt = now;
    try {
      rules = source.read();
    } catch (IOException e) {
      LOG.warn("The thresholds of alerts cannot be read, the former ones hold: {}", e.toString());
    }
  }
}
