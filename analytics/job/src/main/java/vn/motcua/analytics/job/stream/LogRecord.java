package vn.motcua.analytics.job.stream;

import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.watch.TermChange;

/** One Kafka record, read: exactly one of entry, dead letter, term or tick. */
public final class LogRecord {

  public Entry entry;
  public DeadLetter dead;
  public TermChange term;

  /** The tick's time, UTC milliseconds; {@link Entry#NONE} in other records. */
  public long tick = Entry.NONE;

  public LogRecord() {}

  public static LogRecord of(Entry entry) {
    LogRecord read = new LogRecord();
    read.entry = entry;
    return read;
  }

  public static LogRecord of(DeadLetter dead) {
    LogRecord read = new LogRecord();
    read.dead = dead;
    return read;
  }

  public static LogRecord of(TermChange term) {
    LogRecord read = new LogRecord();
    read.term = term;
    return read;
  }

  public static LogRecord tick(long time) {
    LogRecord read = new LogRecord();
    read.tick = time;
    return read;
  }
}
