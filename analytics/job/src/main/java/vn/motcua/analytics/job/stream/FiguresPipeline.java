package vn.motcua.analytics.job.stream;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.readmodel.ReadModelRow;
import vn.motcua.analytics.job.readmodel.SetAside;

/**
 * The stream from the log to the read model.
 *
 * <pre>
 * log ─ sorting ─▶ dossiers (facts, f(new) − f(old), deadline) ─▶ cells ─▶ read model
 *           │            │      └────────────── rows of dossiers ─────────────▲
 *           └────────────┴─▶ dead letters (their topic; their number in the read model)
 * </pre>
 */
public final class FiguresPipeline {

  private static final SerializedType<ReadModelRow> ROWS =
      SerializedType.of(ReadModelRow.class, ReadModelRowSerializer.INSTANCE);

  private FiguresPipeline() {}

  /**
   * @param readers how many readers the log gets; not more than it has partitions, for a reader
   *     without one would hold time up
   */
  public static void build(
      StreamExecutionEnvironment environment,
      Source<LogRecord, ?, ?> log,
      int readers,
      Sink<ReadModelRow> readModel,
      Sink<DeadLetter> deadLetters) {
    SingleOutputStreamOperator<Entry> entries =
        environment
            .fromSource(log, TickWatermarks.strategy(), "log")
            .setParallelism(readers)
            .uid("log")
            .process(new Sorting())
            .setParallelism(readers)
            .returns(SerializedType.of(Entry.class, EntrySerializer.INSTANCE))
            .name("sorting")
            .uid("sorting");
    SingleOutputStreamOperator<CellChange> changes =
        entries
            .keyBy(entry -> entry.dossierId)
            .transform(
                "dossiers",
                SerializedType.of(CellChange.class, CellChangeSerializer.INSTANCE),
                new DossierCounting())
            .uid("dossiers");
    DataStream<ReadModelRow> cells =
        changes
            .keyBy(CellChange::cell)
            .process(new CellCounting())
            .returns(ROWS)
            .name("cells")
            .uid("cells");
    DataStream<ReadModelRow> dossiers =
        changes
            .getSideOutput(DossierCounting.ROWS)
            .map(ReadModelRow::of)
            .returns(ROWS)
            .name("dossier-rows")
            .uid("dossier-rows");
    DataStream<DeadLetter> dead =
        entries.getSideOutput(Sorting.DEAD).union(changes.getSideOutput(DossierCounting.DEAD));
    DataStream<ReadModelRow> setAside =
        dead.map(FiguresPipeline::setAside)
            .setParallelism(1)
            .returns(ROWS)
            .name("set-aside")
            .uid("set-aside");
    cells
        .union(dossiers, setAside)
        .sinkTo(readModel)
        .setParallelism(1)
        .name("read-model")
        .uid("read-model");
    dead.sinkTo(deadLetters).setParallelism(1).name("dead-letters").uid("dead-letters");
  }

  private static ReadModelRow setAside(DeadLetter letter) {
    return ReadModelRow.of(
        SetAside.of(
            letter.topic, letter.partition, letter.offset, letter.reason, letter.dossierId()));
  }
}
