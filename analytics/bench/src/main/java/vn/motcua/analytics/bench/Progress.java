package vn.motcua.analytics.bench;

import java.util.concurrent.atomic.LongAdder;

/** How far Kafka Streams has come: it does not say so itself. */
final class Progress {

  /** Records of the log that were taken in. */
  final LongAdder read = new LongAdder();

  /** Changes of cells that were added up and not handed on yet. */
  final LongAdder pending = new LongAdder();

  /** Changes of cells that were handed on, and those of them that arrived. */
  final LongAdder handedOn = new LongAdder();

  final LongAdder counted = new LongAdder();

  /** The sum of what was counted as received, to compare with the others. */
  final LongAdder received = new LongAdder();
}
