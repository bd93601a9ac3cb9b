package vn.motcua.analytics.job.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.figures.BoardMeasure;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.analytics.job.figures.RollUp;

/** Runs {@link DossierCounting} with real state and timers, and adds up what it hands on. */
final class DossierCountingHarness implements AutoCloseable {

  private final DossierCounting counting;
  private final KeyedOneInputStreamOperatorTestHarness<Long, Entry, CellChange> operator;
  final Map<Cell, long[]> sums = new HashMap<>();
  final TreeMap<Long, DossierRow> rows = new TreeMap<>();
  final List<DeadLetter> dead = new ArrayList<>();

  DossierCountingHarness() throws Exception {
    this(null);
  }

  DossierCountingHarness(OperatorSubtaskState restored) throws Exception {
    this(restored, new DossierCounting());
  }

  /** One that counts the core figures only. */
  static DossierCountingHarness ofTheCore() throws Exception {
    return new DossierCountingHarness(null, new DossierCounting(true));
  }

  private DossierCountingHarness(OperatorSubtaskState restored, DossierCounting counting)
      throws Exception {
    this.counting = counting;
    operator =
        new KeyedOneInputStreamOperatorTestHarness<>(
            counting, entry -> entry.dossierId, Types.LONG);
    operator.getExecutionConfig().enableObjectReuse();
    if (restored != null) {
      operator.initializeState(restored);
    }
    operator.open();
  }

  void send(Entry entry) throws Exception {
    operator.processElement(new StreamRecord<>(entry));
    collect();
  }

  void tick(long time) throws Exception {
    operator.processWatermark(time - 1);
    collect();
  }

  int timers() {
    return operator.numEventTimeTimers();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return operator.snapshot(1, 1);
  }

  long total(Measure measure) {
    return total(RollUp.FIGURES, measure.ordinal());
  }

  long total(BoardMeasure measure) {
    return total(RollUp.BOARD, measure.ordinal());
  }

  private long total(RollUp rollUp, int column) {
    return sums.entrySet().stream()
        .filter(sum -> sum.getKey().rollUp() == rollUp)
        .mapToLong(sum -> sum.getValue()[column])
        .sum();
  }

  /** Cells with something in them, comparable. */
  Map<Cell, List<Long>> figures() {
    Map<Cell, List<Long>> figures = new HashMap<>();
    sums.forEach(
        (cell, values) -> {
          if (Arrays.stream(values).anyMatch(value -> value != 0)) {
            figures.put(cell, Arrays.stream(values).boxed().toList());
          }
        });
    return figures;
  }

  /** What the deadline watch was given since the last look. */
  int taken() {
    return drain(DossierCounting.TAKEN).size();
  }

  private void collect() {
    counting.handOn();
    operator
        .extractOutputValues()
        .forEach(
            change -> {
              long[] sum =
                  sums.computeIfAbsent(change.cell, key -> new long[change.difference.length]);
              for (int i = 0; i < sum.length; i++) {
                sum[i] += change.difference[i];
              }
            });
    operator.getOutput().clear();
    drain(DossierCounting.ROWS).forEach(row -> rows.put(row.dossierId, row));
    dead.addAll(drain(DossierCounting.DEAD));
  }

  private <T> List<T> drain(org.apache.flink.util.OutputTag<T> tag) {
    var queue = operator.getSideOutput(tag);
    if (queue == null) {
      return List.of();
    }
    List<T> drained = queue.stream().map(StreamRecord::getValue).toList();
    queue.clear();
    return drained;
  }

  @Override
  public void close() {
    try {
      operator.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
