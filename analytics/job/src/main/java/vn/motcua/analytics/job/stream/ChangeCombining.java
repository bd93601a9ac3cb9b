package vn.motcua.analytics.job.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import vn.motcua.analytics.job.figures.Cell;

/**
 * Adds up changes of the same cell before they cross the network. Empties itself before every
 * watermark and every checkpoint, so it needs no state. A sum of zero is passed on all the same:
 * the cell has to be written again, see {@link vn.motcua.analytics.job.figures.Contributions}.
 */
final class ChangeCombining extends AbstractStreamOperator<CellChange>
    implements OneInputStreamOperator<CellChange, CellChange> {

  private static final long serialVersionUID = 1L;
  private static final int MOST = 10_000;

  private transient Map<Cell, CellChange> sums;

  @Override
  public void open() throws Exception {
    super.open();
    sums = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<CellChange> element) {
    CellChange change = element.getValue();
    CellChange sum = sums.putIfAbsent(change.cell, change);
    if (sum != null) {
      for (int i = 0; i < sum.difference.length; i++) {
        sum.difference[i] += change.difference[i];
      }
    } else if (sums.size() >= MOST) {
      handOn();
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    handOn();
    super.processWatermark(mark);
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
    handOn();
    super.prepareSnapshotPreBarrier(checkpoint);
  }

  @Override
  public void finish() throws Exception {
    handOn();
    super.finish();
  }

  private void handOn() {
    for (CellChange sum : sums.values()) {
      output.collect(new StreamRecord<>(sum));
    }
    sums.clear();
  }
}
