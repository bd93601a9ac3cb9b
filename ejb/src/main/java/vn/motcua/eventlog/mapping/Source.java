package vn.motcua.eventlog.mapping;

import java.util.Set;

/** Where a value is taken from. */
public sealed interface Source {

  /** An attribute of the trace; only XES has them. Nested attributes are named parent/child. */
  record CaseAttribute(String key) implements Source {}

  /**
   * An attribute of events, or a column.
   *
   * @param activities only events of these activities count; empty means all
   */
  record EventAttribute(String key, Pick pick, Set<String> activities) implements Source {}

  /**
   * The moment of the first or last event.
   *
   * @param activities only events of these activities count; empty means all
   */
  record EventTime(Pick pick, Set<String> activities) implements Source {}

  /** The same for every case. */
  record Constant(String value) implements Source {}
}
