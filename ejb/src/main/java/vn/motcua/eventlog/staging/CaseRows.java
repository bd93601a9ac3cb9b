package vn.motcua.eventlog.staging;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything staged of one case, its events in the order of time and, at equal times, of the file.
 */
final class CaseRows {

  private final String caseId;
  private final int trace;
  private final long line;
  private final int mostEvents;
  private final List<EventRow> events = new ArrayList<>();
  private String[] traceValues = {};
  private boolean traced;
  private String lateAttribute;
  private int eventCount;

  /**
   * @param line where the case is first seen in this order
   * @param mostEvents how many events are kept in memory; the rest is only counted
   */
  CaseRows(String caseId, int trace, long line, int mostEvents) {
    this.caseId = caseId;
    this.trace = trace;
    this.line = line;
    this.mostEvents = mostEvents;
  }

  /** Of two traces that are merged, the first one with a value has it. */
  void trace(String[] values) {
    if (!traced) {
      traceValues = values;
      traced = true;
      return;
    }
    for (int i = 0; i < traceValues.length; i++) {
      if (traceValues[i] == null) {
        traceValues[i] = values[i];
      }
    }
  }

  void event(EventRow event) {
    eventCount++;
    if (eventCount <= mostEvents) {
      events.add(event);
    }
  }

  void lateAttribute(String key) {
    lateAttribute = key;
  }

  String caseId() {
    return caseId;
  }

  int trace() {
    return trace;
  }

  long line() {
    return line;
  }

  List<EventRow> events() {
    return events;
  }

  /** Null where there is none. */
  String traceValue(int index) {
    return index < traceValues.length ? traceValues[index] : null;
  }

  /** The attribute that came after the first event, or null. */
  String lateAttribute() {
    return lateAttribute;
  }

  /** All of them, also those not kept. */
  int eventCount() {
    return eventCount;
  }

  boolean tooManyEvents() {
    return eventCount > mostEvents;
  }
}
