package vn.motcua.analytics.bench;

import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import vn.motcua.analytics.job.figures.BoardMeasure;
import vn.motcua.analytics.job.figures.Cell;

/** Keeps the value of each cell and tells it, as absolute values. */
final class StreamsCells implements Processor<byte[], byte[], byte[], byte[]> {

  static final String STORE = "cell";

  private final Progress progress;
  private ProcessorContext<byte[], byte[]> context;
  private KeyValueStore<Bytes, byte[]> cells;

  StreamsCells(Progress progress) {
    this.progress = progress;
  }

  static byte[] key(Cell cell) {
    return ByteBuffer.allocate(16)
        .putInt(cell.datasetId())
        .putInt((int) cell.day())
        .putInt(cell.bodyId())
        .putInt(cell.fieldId())
        .array();
  }

  static byte[] values(long[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> given) {
    context = given;
    cells = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<byte[], byte[]> change) {
    Bytes key = Bytes.wrap(change.key());
    long[] sum = new long[change.value().length / Long.BYTES];
    ByteBuffer.wrap(change.value()).asLongBuffer().get(sum);
    progress.received.add(sum[BoardMeasure.RECEIVED.ordinal()]);
    byte[] former = cells.get(key);
    if (former != null) {
      ByteBuffer bytes = ByteBuffer.wrap(former);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += bytes.getLong();
      }
    }
    byte[] values = values(sum);
    cells.put(key, values);
    context.forward(change.withValue(values));
    progress.counted.increment();
  }
}
