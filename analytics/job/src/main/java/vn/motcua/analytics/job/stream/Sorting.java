package vn.motcua.analytics.job.stream;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.watch.TermChange;

/** Passes entries on, dead letters and terms aside. Ticks have done their work as watermarks. */
final class Sorting extends ProcessFunction<LogRecord, Entry> {

  private static final long serialVersionUID = 1L;

  static final OutputTag<DeadLetter> DEAD = new OutputTag<>("unreadable") {};
  static final OutputTag<TermChange> TERMS = new OutputTag<>("terms") {};

  @Override
  public void processElement(LogRecord read, Context context, Collector<Entry> out) {
    if (read.entry != null) {
      out.collect(read.entry);
    } else if (read.dead != null) {
      context.output(DEAD, read.dead);
    } else if (read.term != null) {
      context.output(TERMS, read.term);
    }
  }
}
