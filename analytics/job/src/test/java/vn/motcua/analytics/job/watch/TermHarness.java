package vn.motcua.analytics.job.watch;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.stream.AlertRowSerializer;

/** Runs the watch of terms with real state and timers, and keeps the last row of each alert. */
final class TermHarness implements AutoCloseable {

  final TreeMap<String, AlertRow> rows = new TreeMap<>();
  int written;

  private final KeyedOneInputStreamOperatorTestHarness<Long, TermChange, AlertRow> operator;

  TermHarness() throws Exception {
    this(null);
  }

  TermHarness(OperatorSubtaskState restored) throws Exception {
    operator =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new TermWatch()), TermChange::thing, Types.LONG);
    operator.setup(new AlertRowSerializer());
    if (restored != null) {
      operator.initializeState(restored);
    }
    operator.open();
  }

  void send(TermChange... changes) throws Exception {
    for (TermChange change : changes) {
      operator.processElement(new StreamRecord<>(change));
    }
    collect();
  }

  /** All that was recorded before has been sent. */
  void tick(long time) throws Exception {
    operator.processWatermark(time - 1);
    collect();
  }

  /** Of how many things something is kept. */
  int kept() {
    return operator.numKeyedStateEntries();
  }

  int timers() {
    return operator.numEventTimeTimers();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return operator.snapshot(1, 1);
  }

  /** By id, what holds of each alert that was ever true. */
  Map<String, String> told() {
    return rows.entrySet().stream()
        .filter(row -> !row.getValue().withdrawn)
        .collect(Collectors.toMap(Map.Entry::getKey, row -> words(row.getValue())));
  }

  private static String words(AlertRow row) {
    return "%s %d unit %d branch %d %d-%s"
        .formatted(
            row.kind,
            row.thingId,
            row.unitId,
            row.branchId,
            row.raisedAt,
            row.clearedAt == Entry.NONE ? "" : row.clearedAt);
  }

  private void collect() {
    for (AlertRow row : operator.extractOutputValues()) {
      rows.put(row.id().toString(), row);
      written++;
    }
    operator.getOutput().clear();
  }

  @Override
  public void close() throws Exception {
    operator.close();
  }
}
