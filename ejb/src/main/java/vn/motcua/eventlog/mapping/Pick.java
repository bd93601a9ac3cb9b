package vn.motcua.eventlog.mapping;

/** Which event's value stands for the case, among the events that have one. */
public enum Pick {
  /** Of the first event in time; at equal times, in the order of the file. */
  FIRST,
  LAST,
  /** The smallest of the values; only for moments. */
  EARLIEST,
  /** The largest of the values; only for moments. */
  LATEST
}
