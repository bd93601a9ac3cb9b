package vn.motcua.eventlog.reading;

/** Takes what a reader finds, in the order of the file. */
public interface LogHandler {

  /** Before the events of a trace, with all its attributes. CSV files have no traces. */
  void trace(RawTrace trace);

  void event(RawEvent event);

  /** A row with another number of fields than the header. */
  void raggedRow(long position, long line, int fields, int expected);

  /** An attribute of the trace after its first event; the standard puts them before. */
  void lateAttribute(RawTrace trace, long line, String key);
}
