package vn.motcua.analytics.job.stream;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.readmodel.ReadModelRow;
import vn.motcua.analytics.job.readmodel.SetAside;
import vn.motcua.analytics.job.watch.AlertRow;
import vn.motcua.analytics.job.watch.DeadlineWatch;
import vn.motcua.analytics.job.watch.RuleSource;
import vn.motcua.analytics.job.watch.TermChange;
import vn.motcua.analytics.job.watch.TermWatch;

/**
 * The stream from the log to the read model.
 *
 * <pre>
 * log ─ sorting ─▶ dossiers (facts, f(new) − f(old), deadline) ─▶ cells ─▶ read model
 *           │            │      ├────────────── rows of dossiers ─────────────▲
 *           │            │      └── entries taken in ─▶ deadline watch ─ alerts ┤
 *           ├── terms of steps, submissions, feedback ─▶ term watch ─ alerts ──┤
 *           └────────────┴─▶ dead letters (their topic; their number in the read model)
 * </pre>
 */
public final class FiguresPipeline {

  private static final SerializedType<ReadModelRow> ROWS =
      SerializedType.of(ReadModelRow.class, ReadModelRowSerializer.INSTANCE);

  private static final SerializedType<AlertRow> ALERTS =
      SerializedType.of(AlertRow.class, AlertRowSerializer.INSTANCE);

  private FiguresPipeline() {}

  /**
   * @param readers how many readers the log gets; not more than it has partitions, for a reader
   *     without one would hold time up
   * @param thresholds of the alerts
   */
  public static void build(
      StreamExecutionEnvironment environment,
      Source<LogRecord, ?, ?> log,
      int readers,
      RuleSource thresholds,
      Sink<ReadModelRow> readModel,
      Sink<DeadLetter> deadLetters) {
    SingleOutputStreamOperator<Entry> entries = entries(environment, log, readers);
    SingleOutputStreamOperator<CellChange> changes = changes(entries, new DossierCounting());
    DataStream<ReadModelRow> cells = cells(changes);
    DataStream<ReadModelRow> dossiers =
        changes
            .getSideOutput(DossierCounting.ROWS)
            .map(ReadModelRow::of)
            .returns(ROWS)
            .name("dossier-rows")
            .uid("dossier-rows");
    // The entries are where their dossier is counted already: they need no second shuffle.
    DataStream<ReadModelRow> alerts =
        DataStreamUtils.reinterpretAsKeyedStream(
                changes.getSideOutput(DossierCounting.TAKEN), entry -> entry.dossierId, Types.LONG)
            .process(new DeadlineWatch(thresholds))
            .returns(ALERTS)
            .name("deadline-watch")
            .uid("deadline-watch")
            .map(ReadModelRow::of)
            .returns(ROWS)
            .name("alert-rows")
            .uid("alert-rows");
    DataStream<ReadModelRow> alertsOfTerms =
        entries
            .getSideOutput(Sorting.TERMS)
            .keyBy(TermChange::thing)
            .process(new TermWatch())
            .returns(ALERTS)
            .name("term-watch")
            .uid("term-watch")
            .map(ReadModelRow::of)
            .returns(ROWS)
            .name("term-alert-rows")
            .uid("term-alert-rows");
    DataStream<DeadLetter> dead =
        entries.getSideOutput(Sorting.DEAD).union(changes.getSideOutput(DossierCounting.DEAD));
    DataStream<ReadModelRow> setAside =
        dead.map(FiguresPipeline::setAside)
            .setParallelism(1)
            .returns(ROWS)
            .name("set-aside")
            .uid("set-aside");
    cells
        .union(dossiers, alerts, alertsOfTerms, setAside)
        .sinkTo(readModel)
        .setParallelism(1)
        .name("read-model")
        .uid("read-model");
    dead.sinkTo(deadLetters).setParallelism(1).name("dead-letters").uid("dead-letters");
  }

  /**
   * The same operators counting the core figures alone (K3, K2, T3 and the flows, by receiving
   * branch, field and day), without rows of dossiers, alerts and dead letters: to be compared with
   * others that count no more than that, see {@code analytics/bench}. Never for figures that are
   * shown.
   */
  public static void buildCore(
      StreamExecutionEnvironment environment,
      Source<LogRecord, ?, ?> log,
      int readers,
      Sink<ReadModelRow> readModel) {
    cells(changes(entries(environment, log, readers), new DossierCounting(true)))
        .sinkTo(readModel)
        .setParallelism(1)
        .name("read-model")
        .uid("read-model");
  }

  private static SingleOutputStreamOperator<Entry> entries(
      StreamExecutionEnvironment environment, Source<LogRecord, ?, ?> log, int readers) {
    return environment
        .fromSource(log, TickWatermarks.strategy(), "log")
        .setParallelism(readers)
        .uid("log")
        .process(new Sorting())
        .setParallelism(readers)
        .returns(SerializedType.of(Entry.class, EntrySerializer.INSTANCE))
        .name("sorting")
        .uid("sorting");
  }

  private static SingleOutputStreamOperator<CellChange> changes(
      DataStream<Entry> entries, DossierCounting counting) {
    return entries
        .keyBy(entry -> entry.dossierId)
        .transform(
            "dossiers",
            SerializedType.of(CellChange.class, CellChangeSerializer.INSTANCE),
            counting)
        .uid("dossiers");
  }

  private static DataStream<ReadModelRow> cells(DataStream<CellChange> changes) {
    return changes
        .keyBy(CellChange::cell)
        .process(new CellCounting())
        .returns(ROWS)
        .name("cells")
        .uid("cells");
  }

  private static ReadModelRow setAside(DeadLetter letter) {
    return ReadModelRow.of(
        SetAside.of(
            letter.topic, letter.partition, letter.offset, letter.reason, letter.dossierId()));
  }
}
