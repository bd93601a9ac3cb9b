package vn.motcua.analytics.job.stream;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import vn.motcua.analytics.job.facts.Entry;

/**
 * Time in the stream is moved by ticks alone, never by a machine's clock or by entries. One per
 * partition; the stream's time is the least of them. A tick of time t says that all recorded before
 * t has been sent, which is a watermark of t − 1 ms.
 */
final class TickWatermarks implements WatermarkGenerator<LogRecord> {

  static WatermarkStrategy<LogRecord> strategy() {
    return WatermarkStrategy.forGenerator(context -> new TickWatermarks());
  }

  @Override
  public void onEvent(LogRecord event, long timestamp, WatermarkOutput output) {
    if (event.tick != Entry.NONE) {
      output.emitWatermark(new Watermark(event.tick - 1));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // The machine's clock has no say.
  }
}
