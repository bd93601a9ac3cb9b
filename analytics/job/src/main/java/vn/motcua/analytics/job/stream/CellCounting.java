package vn.motcua.analytics.job.stream;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.readmodel.ReadModelRow;

/**
 * Keeps the value of each cell; hands on absolute values, which can be written any number of times.
 */
final class CellCounting extends KeyedProcessFunction<Cell, CellChange, ReadModelRow> {

  private static final long serialVersionUID = 1L;

  private transient ValueState<long[]> counts;

  @Override
  public void open(OpenContext context) {
    counts =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>(
                    "counts", PrimitiveArrayTypeInfo.LONG_PRIMITIVE_ARRAY_TYPE_INFO));
  }

  @Override
  public void processElement(CellChange change, Context context, Collector<ReadModelRow> out)
      throws Exception {
    long[] former = counts.value();
    long[] sum = change.difference.clone();
    if (former != null) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += former[i];
      }
    }
    counts.update(sum);
    ReadModelRow row = ReadModelRow.of(change.cell, sum);
    row.fresh = former == null;
    out.collect(row);
  }
}
