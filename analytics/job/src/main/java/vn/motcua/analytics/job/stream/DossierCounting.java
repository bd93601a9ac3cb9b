package vn.motcua.analytics.job.stream;

import java.util.List;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.analytics.job.figures.ContributionChange;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.watch.Reopening;

/**
 * Keeps the facts of each dossier and hands on what a new entry, or the passing of the due moment,
 * changes in the figures, added up per cell until it is time.
 *
 * <p>Entries are taken in by sequence: one that was taken in already is dropped, one that comes
 * before its predecessor waits in state, one that has no place in it is set aside. An open live
 * dossier with a due moment ahead has exactly one timer.
 *
 * <p>Time goes on downstream only when everything counted before it has been handed on. So what is
 * pending needs no state: it is handed on before every checkpoint.
 */
final class DossierCounting extends AbstractStreamOperator<CellChange>
    implements OneInputStreamOperator<Entry, CellChange>, Triggerable<Long, VoidNamespace> {

  private static final long serialVersionUID = 2L;

  static final OutputTag<DossierRow> ROWS =
      new OutputTag<>(
          "dossiers", SerializedType.of(DossierRow.class, DossierRowSerializer.INSTANCE));

  /** What was taken in of live dossiers, for the deadline watch: in order, each entry once. */
  static final OutputTag<Entry> TAKEN =
      new OutputTag<>("taken", SerializedType.of(Entry.class, EntrySerializer.INSTANCE));

  static final OutputTag<DeadLetter> DEAD = new OutputTag<>("refused") {};

  /** Rather than keep more than this in memory it is handed on early. */
  private static final int MOST = 300_000;

  private final boolean coreOnly;

  private transient ValueState<byte[]> dossier;
  private transient MapState<Integer, Entry> waiting;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Counter duplicates;
  private transient Counter early;
  private transient Counter refused;

  private transient DossierStateCodec codec;
  private transient DossierState state;
  private transient ContributionChange change;
  private transient PendingChanges pending;
  private transient Pace pace;
  private transient Watermark time;
  private transient boolean looking;
  private transient StreamRecord<Entry> taken;

  DossierCounting() {
    this(false);
  }

  /**
   * @param coreOnly counts the board alone, and hands on neither rows of dossiers nor what the
   *     deadline watch needs: for comparisons, never for a read model that is shown
   */
  DossierCounting(boolean coreOnly) {
    this.coreOnly = coreOnly;
  }

  @Override
  public void open() throws Exception {
    super.open();
    dossier =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "dossier", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "waiting", IntSerializer.INSTANCE, EntrySerializer.INSTANCE));
    timers = getInternalTimerService("due", VoidNamespaceSerializer.INSTANCE, this);
    duplicates = getMetricGroup().counter("duplicates");
    early = getMetricGroup().counter("early");
    refused = getMetricGroup().counter("refused");
    codec = new DossierStateCodec();
    state = new DossierState();
    change = new ContributionChange(coreOnly);
    pending = new PendingChanges();
    pace = new Pace();
    taken = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<Entry> element) throws Exception {
    Entry entry = element.getValue();
    pace.entry();
    if (entry.sequence <= 0) {
      refuse(entry, "sequence " + entry.sequence + " where the first is 1");
      return;
    }
    load(entry.dossierId);
    if (entry.replayedTo > 0) {
      replay(entry);
      return;
    }
    if (entry.sequence <= state.sequence) {
      duplicates.inc();
      return;
    }
    if (entry.sequence > state.sequence + 1) {
      if (!waiting.contains(entry.sequence)) {
        waiting.put(entry.sequence, EntrySerializer.INSTANCE.copy(entry));
        state.waiting++;
        early.inc();
        keep();
      }
      return;
    }
    settle(take(entry, timeline()));
  }

  /**
   * A dossier that is sent once more counts as before until the last of its entries is there; then
   * it is counted anew from all of them. So nobody ever sees half a dossier.
   */
  private void replay(Entry entry) throws Exception {
    List<Entry> all = Replay.take(waiting, entry);
    if (all.isEmpty() || entry.replayedTo < state.sequence) {
      return;
    }
    DossierFacts former = state.facts;
    Timeline before = timeline();
    state.facts = null;
    all.forEach(this::apply);
    if (state.facts == null) {
      state.facts = former;
      return;
    }
    change.begin();
    if (former != null) {
      change.subtract(former, before);
    }
    state.sequence = entry.replayedTo;
    for (int passed = 1; state.waiting > 0 && passed <= entry.replayedTo; passed++) {
      if (waiting.contains(passed)) {
        waiting.remove(passed);
        state.waiting--;
      }
    }
    settle(count());
  }

  /** What waited for this comes after it. */
  private void settle(Timeline taken) throws Exception {
    Timeline timeline = taken;
    while (state.waiting > 0) {
      Entry next = waiting.get(state.sequence + 1);
      if (next == null) {
        break;
      }
      waiting.remove(next.sequence);
      state.waiting--;
      timeline = take(next, timeline);
    }
    arm(timeline);
    keep();
    if (pending.size() >= MOST) {
      handOn();
    }
  }

  @Override
  public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
    load(timer.getKey());
    state.armedFor = Entry.NONE;
    change.begin();
    change.subtract(state.facts, timeline());
    arm(count());
    keep();
  }

  @Override
  public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
    // Dossiers wait for ticks, not for the machine's clock.
  }

  private void load(long dossierId) throws Exception {
    byte[] kept = dossier.value();
    if (kept == null) {
      state.clear();
    } else {
      codec.decode(kept, dossierId, state);
    }
  }

  private void keep() throws Exception {
    dossier.update(codec.encode(state));
  }

  /** As it was counted last; null while there are no facts. */
  private Timeline timeline() {
    return state.facts == null ? null : Timeline.of(state.facts, state.countedAt);
  }

  /** Takes in one entry; each for itself, so that the same cells are touched in every run. */
  private Timeline take(Entry entry, Timeline before) {
    change.begin();
    boolean first = state.facts == null;
    boolean stays = !first && before.staysAfter(entry.kind, state.facts.live, now());
    if (stays && ContributionChange.countsLater(entry.kind, before)) {
      state.sequence = entry.sequence;
      apply(entry);
      state.countedAt = now();
      change.keep(state.facts, before);
      return told(before);
    }
    if (!first) {
      change.subtract(state.facts, before);
    }
    state.sequence = entry.sequence;
    apply(entry);
    if (first && state.facts != null && !coreOnly) {
      pending.row(entry.dossierId).fresh = true;
    }
    return stays ? counted(before) : count();
  }

  private void apply(Entry entry) {
    try {
      Entry told = entry;
      if (state.facts == null) {
        state.facts = DossierFacts.begin(entry);
      } else {
        told = Reopening.told(entry, state.facts);
        state.facts.apply(entry);
      }
      if (state.facts.live && !coreOnly) {
        output.collect(TAKEN, taken.replace(told));
      }
    } catch (BrokenContract e) {
      refuse(entry, e.getMessage());
    }
  }

  private void refuse(Entry entry, String reason) {
    refused.inc();
    output.collect(DEAD, new StreamRecord<>(DeadLetter.of(entry, reason)));
  }

  /** T is the time of the ticks. After a restart the ticks come again from before; T waits. */
  private long now() {
    return Math.max(timers.currentWatermark() + 1, state.countedAt);
  }

  /** Counts the dossier as it stands now. */
  private Timeline count() {
    state.countedAt = now();
    return state.facts == null ? null : counted(timeline());
  }

  private Timeline counted(Timeline after) {
    state.countedAt = now();
    change.add(state.facts, after);
    return told(after);
  }

  private Timeline told(Timeline after) {
    change.each(pending::add);
    if (!coreOnly) {
      pending.row(state.facts.dossierId).fill(state.facts, after, state.sequence);
    }
    return after;
  }

  private void arm(Timeline timeline) {
    long deadline = timeline == null || !state.facts.live ? Entry.NONE : timeline.deadline();
    if (deadline == state.armedFor) {
      return;
    }
    if (state.armedFor != Entry.NONE) {
      timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, state.armedFor);
    }
    if (deadline != Entry.NONE) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, deadline);
    }
    state.armedFor = deadline;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    getTimeServiceManager().orElseThrow().advanceWatermark(mark);
    time = mark;
    if (mark.getTimestamp() == Watermark.MAX_WATERMARK.getTimestamp()) {
      handOn();
    } else {
      handOnInTime();
    }
  }

  private void handOnInTime() {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    if (pace.isTime(now)) {
      handOn();
    } else if (!looking) {
      looking = true;
      getProcessingTimeService()
          .registerTimer(
              now + Pace.LOOK,
              at -> {
                looking = false;
                if (time != null) {
                  handOnInTime();
                }
              });
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    handOn();
  }

  @Override
  public void finish() throws Exception {
    handOn();
    super.finish();
  }

  /** Hands on all that is pending, and the time up to which that is everything. */
  void handOn() {
    StreamRecord<CellChange> changed = new StreamRecord<>(null);
    StreamRecord<DossierRow> row = new StreamRecord<>(null);
    pending.handOn(
        sum -> output.collect(changed.replace(sum)),
        filled -> output.collect(ROWS, row.replace(filled)));
    if (time != null) {
      output.emitWatermark(time);
      time = null;
    }
    pace.handedOn(getProcessingTimeService().getCurrentProcessingTime());
  }
}
