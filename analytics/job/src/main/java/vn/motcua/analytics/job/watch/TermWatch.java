package vn.motcua.analytics.job.watch;

import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vn.motcua.analytics.job.facts.Entry;

/**
 * Watches the terms that are not a dossier's own (thời hạn của bước, của hồ sơ chờ tiếp nhận, của
 * phản ánh). A change counts when a tick says that all recorded up to it has been sent, then in the
 * order of revisions: in whatever order and how often changes come, the same alerts are told. The
 * alert of a term holds from its due moment until the term is another one or has ended, in the
 * world's time. One timer per thing; of what has no term nothing is kept.
 */
public final class TermWatch extends KeyedProcessFunction<Long, TermChange, AlertRow> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<byte[]> kept;
  private transient WatchedTermCodec codec;

  @Override
  public void open(OpenContext context) {
    kept =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "watched-term", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    codec = new WatchedTermCodec();
  }

  @Override
  public void processElement(TermChange change, Context context, Collector<AlertRow> out)
      throws Exception {
    byte[] bytes = kept.value();
    WatchedTerm term =
        bytes == null ? new WatchedTerm() : codec.decode(bytes, context.getCurrentKey());
    term.keep(change);
    look(term, context.timerService(), out);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<AlertRow> out)
      throws Exception {
    byte[] bytes = kept.value();
    if (bytes != null) {
      WatchedTerm term = codec.decode(bytes, context.getCurrentKey());
      term.armedFor = Entry.NONE;
      look(term, context.timerService(), out);
    }
  }

  private void look(WatchedTerm term, TimerService timers, Collector<AlertRow> out)
      throws IOException {
    // A watermark that never came is no time.
    long tick = timers.currentWatermark();
    long time = tick == Long.MIN_VALUE ? tick : tick + 1;
    for (TermChange next = term.complete(time); next != null; next = term.complete(time)) {
      take(term, next, out);
    }
    if (term.standing != null && !term.told && term.standing.dueAt < time) {
      term.told = true;
      out.collect(row(term.standing));
    }
    arm(term, timers);
    if (term.isEmpty()) {
      kept.clear();
    } else {
      kept.update(codec.encode(term));
    }
  }

  private static void take(WatchedTerm term, TermChange change, Collector<AlertRow> out) {
    TermChange former = term.standing;
    if (former != null && former.dueAt == change.dueAt) {
      if (term.told && !former.isOfSameBodies(change)) {
        out.collect(row(change));
      }
      term.standing = change;
      return;
    }
    if (former != null) {
      boolean held = former.dueAt < change.changedAt;
      // Told or not: whether a tick came in between must not matter.
      if (held || term.told) {
        AlertRow over = row(former);
        over.clearedAt = Math.max(former.dueAt, change.changedAt);
        over.withdrawn = !held;
        out.collect(over);
      }
    }
    term.standing = change.hasEnded() ? null : change;
    term.told = false;
  }

  private static AlertRow row(TermChange term) {
    AlertRow row = new AlertRow();
    row.dossierId = term.dossierId;
    row.datasetId = term.datasetId;
    row.kind = AlertKind.of(term.kind);
    row.thingId = term.thingId;
    row.unitId = term.unitId;
    row.branchId = term.branchId;
    row.raisedAt = term.dueAt;
    row.dueAt = term.dueAt;
    return row;
  }

  private static void arm(WatchedTerm term, TimerService timers) {
    long next = term.next();
    if (next == term.armedFor) {
      return;
    }
    if (term.armedFor != Entry.NONE) {
      timers.deleteEventTimeTimer(term.armedFor);
    }
    if (next != Entry.NONE) {
      timers.registerEventTimeTimer(next);
    }
    term.armedFor = next;
  }
}
