package vn.motcua.analytics.job.watch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import vn.motcua.analytics.job.facts.DossierFacts;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Histories;

/** Runs the watch with real state and timers, and keeps the last row of each alert. */
final class WatchHarness implements AutoCloseable {

  static final long HOUR = 3_600_000;

  /** Due soon 5 hours before, untouched after 50 hours, on the wall. */
  static final WatchRules RULES =
      new WatchRules(
          List.of(
              new WatchRule(AlertKind.DUE_SOON, 0, 300, false, 0, Long.MIN_VALUE, Long.MAX_VALUE),
              new WatchRule(
                  AlertKind.UNTOUCHED, 0, 3000, false, 0, Long.MIN_VALUE, Long.MAX_VALUE)),
          WorkingSpans.none());

  private static final RuleSource SOURCE = () -> RULES;

  final TreeMap<String, AlertRow> rows = new TreeMap<>();
  int written;

  /** What the figures know of each dossier. */
  final Map<Long, DossierFacts> facts = new HashMap<>();

  private final KeyedOneInputStreamOperatorTestHarness<Long, Entry, AlertRow> operator;

  WatchHarness() throws Exception {
    this(null);
  }

  WatchHarness(OperatorSubtaskState restored) throws Exception {
    operator =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DeadlineWatch(SOURCE)),
            entry -> entry.dossierId,
            Types.LONG);
    if (restored != null) {
      operator.initializeState(restored);
    }
    operator.open();
  }

  void send(Entry entry) throws Exception {
    Entry told = entry;
    if (entry.kind == Entry.Kind.RECEIVED) {
      facts.put(entry.dossierId, DossierFacts.begin(entry));
    } else {
      DossierFacts known = facts.get(entry.dossierId);
      told = Reopening.told(entry, known);
      known.apply(entry);
    }
    operator.processElement(new StreamRecord<>(told));
    collect();
  }

  /** How many dossiers something is kept of. */
  int kept() {
    return operator.numKeyedStateEntries();
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

  /** By id, what holds of each alert that was ever true. */
  Map<String, String> told() {
    return rows.entrySet().stream()
        .filter(row -> !row.getValue().withdrawn)
        .collect(Collectors.toMap(Map.Entry::getKey, row -> words(row.getValue())));
  }

  /** Those of a kind, as "raised-cleared" in hours of the histories. */
  List<String> of(AlertKind kind) {
    return rows.values().stream()
        .filter(row -> row.kind == kind && !row.withdrawn)
        .map(row -> Histories.hour(row.raisedAt) + "-" + hour(row.clearedAt))
        .sorted()
        .toList();
  }

  private static String words(AlertRow row) {
    return "%s %d unit %d %d-%s due %s"
        .formatted(
            row.kind,
            row.dossierId,
            row.unitId,
            Histories.hour(row.raisedAt),
            hour(row.clearedAt),
            hour(row.dueAt));
  }

  private static String hour(long moment) {
    return moment == Entry.NONE ? "" : String.valueOf(Histories.hour(moment));
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
