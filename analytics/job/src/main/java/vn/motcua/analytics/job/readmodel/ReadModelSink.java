package vn.motcua.analytics.job.readmodel;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.SupportsWriterState;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes the read model. To be run with parallelism 1: rows and position then go into one
 * transaction.
 *
 * @param generation which generation of the read model is written
 * @param mostHeld so many rows are kept in memory while they may not be shown yet
 */
public record ReadModelSink(DatabaseAddress address, int generation, int mostHeld)
    implements Sink<ReadModelRow>, SupportsWriterState<ReadModelRow, List<ReadModelRow>> {

  private static final long serialVersionUID = 1L;

  @Override
  public ReadModelWriter createWriter(WriterInitContext context) {
    return new ReadModelWriter(
        address,
        generation,
        mostHeld,
        context.getProcessingTimeService(),
        context.getMailboxExecutor());
  }

  @Override
  public StatefulSinkWriter<ReadModelRow, List<ReadModelRow>> restoreWriter(
      WriterInitContext context, Collection<List<ReadModelRow>> unwritten) {
    ReadModelWriter writer = createWriter(context);
    unwritten.forEach(rows -> rows.forEach(writer::collect));
    return writer;
  }

  @Override
  public SimpleVersionedSerializer<List<ReadModelRow>> getWriterStateSerializer() {
    return new UnwrittenRowsSerializer();
  }
}
