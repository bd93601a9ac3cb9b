package vn.motcua.analytics.job.stream;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.motcua.analytics.job.facts.BrokenContract;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Timeline;
import vn.motcua.analytics.job.figures.Contributions;
import vn.motcua.analytics.job.figures.DossierRow;

/**
 * Keeps the facts of each dossier and hands on what a new entry, or the passing of the due moment,
 * changes in the figures.
 *
 * <p>Entries are taken in by sequence: one that was taken in already is dropped, one that comes
 * before its predecessor waits in state. An open live dossier with a due moment ahead has exactly
 * one timer.
 */
final class DossierCounting extends KeyedProcessFunction<Long, Entry, CellChange> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<DossierRow> ROWS = new OutputTag<>("dossiers") {};
  static final OutputTag<DeadLetter> DEAD = new OutputTag<>("refused") {};

  private transient ValueState<DossierState> dossier;
  private transient MapState<Integer, Entry> waiting;
  private transient Counter duplicates;
  private transient Counter early;
  private transient Counter refused;

  @Override
  public void open(OpenContext context) {
    dossier =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("dossier", TypeInformation.of(DossierState.class)));
    waiting =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("waiting", Types.INT, TypeInformation.of(Entry.class)));
    duplicates = getRuntimeContext().getMetricGroup().counter("duplicates");
    early = getRuntimeContext().getMetricGroup().counter("early");
    refused = getRuntimeContext().getMetricGroup().counter("refused");
  }

  @Override
  public void processElement(Entry entry, Context context, Collector<CellChange> out)
      throws Exception {
    DossierState state = dossier.value();
    if (state == null) {
      state = new DossierState();
    }
    if (entry.sequence <= state.sequence) {
      duplicates.inc();
      return;
    }
    if (entry.sequence > state.sequence + 1) {
      if (!waiting.contains(entry.sequence)) {
        waiting.put(entry.sequence, entry);
        state.waiting++;
        early.inc();
        dossier.update(state);
      }
      return;
    }
    Counted counted = counted(state);
    state.countedAt = now(context, state);
    counted = take(entry, state, counted, context, out);
    while (state.waiting > 0) {
      Entry next = waiting.get(state.sequence + 1);
      if (next == null) {
        break;
      }
      waiting.remove(next.sequence);
      state.waiting--;
      counted = take(next, state, counted, context, out);
    }
    arm(state, counted, context);
    dossier.update(state);
  }

  @Override
  public void onTimer(long moment, OnTimerContext context, Collector<CellChange> out)
      throws Exception {
    DossierState state = dossier.value();
    Counted before = counted(state);
    state.countedAt = now(context, state);
    state.armedFor = Entry.NONE;
    arm(state, recount(state, before, context, out), context);
    dossier.update(state);
  }

  /** Takes in one entry; each for itself, so that the same cells are touched in every run. */
  private Counted take(
      Entry entry, DossierState state, Counted before, Context context, Collector<CellChange> out) {
    state.sequence = entry.sequence;
    try {
      if (state.facts == null) {
        state.facts = DossierFacts.begin(entry);
      } else {
        state.facts.apply(entry);
      }
    } catch (BrokenContract e) {
      refused.inc();
      context.output(DEAD, DeadLetter.of(entry, e.getMessage()));
    }
    return recount(state, before, context, out);
  }

  private static Counted recount(
      DossierState state, Counted before, Context context, Collector<CellChange> out) {
    Counted after = counted(state);
    if (state.facts != null) {
      before.contributions.changeTo(
          after.contributions, (cell, difference) -> out.collect(CellChange.of(cell, difference)));
      context.output(ROWS, DossierRow.of(state.facts, after.timeline, state.sequence));
    }
    return after;
  }

  /**
   * What a dossier's state comes to.
   *
   * @param timeline null while there are no facts
   */
  private record Counted(Timeline timeline, Contributions contributions) {}

  private static Counted counted(DossierState state) {
    if (state.facts == null) {
      return new Counted(null, Contributions.none());
    }
    Timeline timeline = Timeline.of(state.facts, state.countedAt);
    return new Counted(timeline, Contributions.of(state.facts, timeline));
  }

  /**
   * T: the time of the ticks. After a restart the ticks come again from before; T waits for them.
   */
  private static long now(Context context, DossierState state) {
    return Math.max(context.timerService().currentWatermark() + 1, state.countedAt);
  }

  private static void arm(DossierState state, Counted counted, Context context) {
    long deadline =
        state.facts == null || !state.facts.live ? Entry.NONE : counted.timeline.deadline();
    if (deadline == state.armedFor) {
      return;
    }
    if (state.armedFor != Entry.NONE) {
      context.timerService().deleteEventTimeTimer(state.armedFor);
    }
    if (deadline != Entry.NONE) {
      context.timerService().registerEventTimeTimer(deadline);
    }
    state.armedFor = deadline;
  }
}
