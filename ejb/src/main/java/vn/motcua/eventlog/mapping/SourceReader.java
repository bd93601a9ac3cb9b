package vn.motcua.eventlog.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@link Source}s and refuses those that cannot give what is asked for. */
final class SourceReader {

  private static final String CASE_ATTRIBUTE = "caseAttribute";
  private static final String EVENT_ATTRIBUTE = "eventAttribute";
  private static final String EVENT_TIME = "eventTime";
  private static final String CONSTANT = "constant";

  private final LogFormat format;
  private final boolean eventsHaveTimes;
  private final MomentFormat moments;

  /**
   * @param eventsHaveTimes false where the mapping names no timestamp
   * @param moments checks constant moments
   */
  SourceReader(LogFormat format, boolean eventsHaveTimes, MomentFormat moments) {
    this.format = format;
    this.eventsHaveTimes = eventsHaveTimes;
    this.moments = moments;
  }

  /** An attribute of each event, or null. */
  static Source.EventAttribute perEvent(StrictObject parent, String property, String otherwise) {
    StrictObject object = parent.object(property);
    if (object == null) {
      return otherwise == null || parent.has(property)
          ? null
          : new Source.EventAttribute(otherwise, Pick.FIRST, Set.of());
    }
    String key = object.requiredText(EVENT_ATTRIBUTE);
    object.finish();
    return new Source.EventAttribute(key, Pick.FIRST, Set.of());
  }

  /** What tells which case an event or trace belongs to: no picking among events. */
  Source caseId(StrictObject parent, String property) {
    StrictObject object = parent.object(property);
    if (object == null) {
      if (format == LogFormat.XES && !parent.has(property)) {
        return new Source.CaseAttribute("concept:name");
      }
      if (!parent.has(property)) {
        parent.error(property, "required", "");
      }
      return null;
    }
    Source source =
        object.has(CASE_ATTRIBUTE)
            ? new Source.CaseAttribute(object.requiredText(CASE_ATTRIBUTE))
            : new Source.EventAttribute(object.requiredText(EVENT_ATTRIBUTE), Pick.FIRST, Set.of());
    refuseTraceOfCsv(object, source);
    object.finish();
    return source;
  }

  /** Where a text of the case comes from, or null. */
  Source text(StrictObject parent, String property) {
    return source(parent.object(property), false);
  }

  /** Where a moment of the case comes from, or null. */
  Source moment(StrictObject parent, String property) {
    return source(parent.object(property), true);
  }

  private Source source(StrictObject object, boolean moment) {
    if (object == null) {
      return null;
    }
    List<String> given =
        Stream.of(CASE_ATTRIBUTE, EVENT_ATTRIBUTE, EVENT_TIME, CONSTANT)
            .filter(object::has)
            .toList();
    Source source = null;
    if (given.size() != 1) {
      object.error("", "one-source", given);
    } else {
      source =
          switch (given.get(0)) {
            case CASE_ATTRIBUTE -> new Source.CaseAttribute(object.requiredText(CASE_ATTRIBUTE));
            case EVENT_ATTRIBUTE -> eventAttribute(object, moment);
            case EVENT_TIME -> eventTime(object, moment);
            default -> constant(object, moment);
          };
      refuseTraceOfCsv(object, source);
    }
    object.finish();
    return source;
  }

  private static Source eventAttribute(StrictObject object, boolean moment) {
    Pick pick = object.oneOf("pick", Pick.class);
    if (!moment && (pick == Pick.EARLIEST || pick == Pick.LATEST)) {
      object.error("pick", "only-for-moments", pick);
    }
    return new Source.EventAttribute(
        object.requiredText(EVENT_ATTRIBUTE),
        pick == null ? Pick.FIRST : pick,
        object.textSet("activities"));
  }

  private Source eventTime(StrictObject object, boolean moment) {
    Pick pick = object.oneOf(EVENT_TIME, Pick.class);
    if (!moment) {
      object.error(EVENT_TIME, "only-for-moments", EVENT_TIME);
    } else if (!eventsHaveTimes) {
      object.error(EVENT_TIME, "no-timestamp", "");
    }
    return new Source.EventTime(
        pick == Pick.LAST || pick == Pick.LATEST ? Pick.LAST : Pick.FIRST,
        object.textSet("activities"));
  }

  private Source constant(StrictObject object, boolean moment) {
    String value = object.requiredText(CONSTANT);
    if (moment && value != null && moments.read(value).isEmpty()) {
      object.error(CONSTANT, "unreadable-moment", value);
    }
    return new Source.Constant(value);
  }

  private void refuseTraceOfCsv(StrictObject object, Source source) {
    if (format == LogFormat.CSV && source instanceof Source.CaseAttribute) {
      object.error(CASE_ATTRIBUTE, "csv-has-no-case-attributes", "");
    }
  }
}
