package vn.motcua.analytics.job.stream;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.motcua.analytics.job.facts.Entry;

/** Passes entries on, dead letters aside. Ticks have done their work as watermarks. */
final class Sorting extends ProcessFunction<LogRecord, Entry> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<DeadLetter> DEAD = new OutputTag<>("unreadable") {};

  @Override
  public void processElement(LogRecord read, Context context, Collector<Entry> out) {
    if (read.entry != null) {
      out.collect(read.entry);
    } else if (read.dead != null) {
      context.output(DEAD, read.dead);
    }
  }
}
