package vn.motcua.eventlog.staging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.motcua.eventlog.finding.Finding;
import vn.motcua.eventlog.finding.FindingCode;
import vn.motcua.eventlog.finding.Severity;
import vn.motcua.eventlog.mapping.CloseRule;
import vn.motcua.eventlog.mapping.EventLogMapping;
import vn.motcua.eventlog.mapping.MappedAttributes;
import vn.motcua.eventlog.mapping.Moment;
import vn.motcua.eventlog.mapping.NoDueDate;
import vn.motcua.eventlog.mapping.Pick;
import vn.motcua.eventlog.mapping.Source;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/**
 * Makes the moments of a dossier from the rows of a case. Pure: the same rows and mapping give the
 * same answer, except that what lies after {@code now} is refused.
 *
 * <ul>
 *   <li>A moment that cannot be read, or cannot be meant, refuses the case: a guess would be
 *       counted.
 *   <li>A finish or closing on a day before the receipt refuses the case. Earlier on the same day,
 *       by the mapping's zone, it is kept as written with a remark: many systems note the day and
 *       put any time beside it.
 *   <li>A due date before the receipt is kept with a remark: the case was overdue from the start.
 *   <li>A closing marked by an attribute goes before a finish. One marked by an activity counts
 *       only if the finish was not before it.
 * </ul>
 */
final class CaseAssembler {

  private final EventLogMapping mapping;
  private final MomentCheck momentCheck;
  private final Map<String, Integer> ofCases = new HashMap<>();
  private final Map<String, Integer> ofEvents = new HashMap<>();

  CaseAssembler(EventLogMapping mapping, Instant now) {
    this.mapping = mapping;
    momentCheck = new MomentCheck(now);
    MappedAttributes attributes = new MappedAttributes(mapping);
    attributes.ofCases().forEach(key -> ofCases.put(key, ofCases.size()));
    attributes.ofEvents().forEach(key -> ofEvents.put(key, ofEvents.size()));
  }

  CheckedCase check(CaseRows rows) {
    List<Finding> remarks = new ArrayList<>();
    try {
      return assemble(rows, remarks);
    } catch (CaseRefused refused) {
      return new CheckedCase.Refused(
          finding(rows, Severity.CASE_REFUSED, refused.code, refused.subject, refused.value));
    }
  }

  private CheckedCase assemble(CaseRows rows, List<Finding> remarks) {
    refuseBrokenGroup(rows);
    Moments moments = new Moments(rows, remarks);
    Instant received = moments.received();
    Instant due = moments.due(received);
    Instant finished = moments.past(mapping.finished(), "finished");
    Closing closing = closing(rows, moments, finished, remarks);
    if (closing != null) {
      finished = null;
      checkEnd(rows, closing.at(), received, FindingCode.CLOSED_BEFORE_RECEIVED, remarks);
    } else if (finished != null) {
      checkEnd(rows, finished, received, FindingCode.FINISHED_BEFORE_RECEIVED, remarks);
    }
    if (due != null && due.isBefore(received)) {
      remarks.add(remark(rows, FindingCode.DUE_BEFORE_RECEIVED, "due", due.toString()));
    }
    if (rows.events().isEmpty()) {
      remarks.add(remark(rows, FindingCode.CASE_WITHOUT_EVENTS, null, null));
    }
    return new CheckedCase.Taken(
        received,
        due,
        finished,
        finished == null ? null : outcome(rows),
        closing == null ? null : closing.at(),
        closing == null ? null : closing.rule().reason(),
        orEmpty(text(mapping.unit(), rows)),
        orEmpty(text(mapping.field(), rows)),
        channel(rows, remarks),
        lastMoment(rows, received, finished, closing),
        remarks);
  }

  private void refuseBrokenGroup(CaseRows rows) {
    if (rows.caseId().isEmpty()) {
      throw new CaseRefused(FindingCode.TRACE_ID_MISSING, "caseId", null);
    }
    if (rows.lateAttribute() != null) {
      throw new CaseRefused(FindingCode.TRACE_ATTRIBUTE_LATE, null, rows.lateAttribute());
    }
    if (rows.tooManyEvents()) {
      throw new CaseRefused(
          FindingCode.CASE_TOO_MANY_EVENTS, null, String.valueOf(rows.eventCount()));
    }
  }

  private record Closing(CloseRule rule, Instant at) {}

  private Closing closing(CaseRows rows, Moments moments, Instant finished, List<Finding> remarks) {
    for (CloseRule rule : mapping.closed()) {
      EventRow event = marking(rule.when(), rows);
      boolean byActivity = rule.when() instanceof CloseRule.Marker.Activity;
      if (byActivity ? event == null : !holds(rule.when(), rows)) {
        continue;
      }
      Instant at = rule.at() == null ? null : moments.past(rule.at(), "closed");
      if (at == null) {
        at = byActivity ? event.occurredAt() : finished != null ? finished : last(rows);
      }
      if (at == null) {
        throw new CaseRefused(FindingCode.CLOSED_MOMENT_MISSING, "closed", null);
      }
      if (byActivity && finished != null && finished.isBefore(at)) {
        remarks.add(remark(rows, FindingCode.CLOSED_AFTER_FINISH, "closed", event.activity()));
        continue;
      }
      return new Closing(rule, at);
    }
    return null;
  }

  private boolean holds(CloseRule.Marker marker, CaseRows rows) {
    return switch (marker) {
      case CloseRule.Marker.Activity activity -> marking(activity, rows) != null;
      case CloseRule.Marker.AttributeValue attribute -> {
        String value = text(attribute.attribute(), rows);
        yield value != null && attribute.values().contains(value);
      }
    };
  }

  /** The first event of a marking activity, or null. */
  private static EventRow marking(CloseRule.Marker marker, CaseRows rows) {
    if (marker instanceof CloseRule.Marker.Activity activity) {
      for (EventRow event : rows.events()) {
        if (activity.names().contains(event.activity())) {
          return event;
        }
      }
    }
    return null;
  }

  private Outcome outcome(CaseRows rows) {
    return mapping.negativeResult() != null && holds(mapping.negativeResult(), rows)
        ? Outcome.REFUSED
        : Outcome.GRANTED;
  }

  private Channel channel(CaseRows rows, List<Finding> remarks) {
    String value = text(mapping.channel().from(), rows);
    Channel known = value == null ? null : mapping.channel().values().get(value);
    if (value != null && known == null) {
      remarks.add(remark(rows, FindingCode.CHANNEL_UNKNOWN, "channel", value));
    }
    return known == null ? mapping.channel().otherwise() : known;
  }

  private void checkEnd(
      CaseRows rows, Instant end, Instant received, FindingCode refusal, List<Finding> remarks) {
    if (!end.isBefore(received)) {
      return;
    }
    String shown = end + " < " + received;
    if (!day(end).equals(day(received))) {
      throw new CaseRefused(refusal, null, shown);
    }
    remarks.add(remark(rows, FindingCode.END_EARLIER_THAT_DAY, null, shown));
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, mapping.zone());
  }

  private static Instant last(CaseRows rows) {
    return rows.events().isEmpty()
        ? null
        : rows.events().get(rows.events().size() - 1).occurredAt();
  }

  private static Instant lastMoment(
      CaseRows rows, Instant received, Instant finished, Closing closing) {
    Instant latest = received;
    for (Instant candidate :
        new Instant[] {last(rows), finished, closing == null ? null : closing.at()}) {
      if (candidate != null && candidate.isAfter(latest)) {
        latest = candidate;
      }
    }
    return latest;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** The text of the case, or null. */
  private String text(Source source, CaseRows rows) {
    return switch (source) {
      case null -> null;
      case Source.Constant constant -> constant.value();
      case Source.CaseAttribute attribute -> rows.traceValue(ofCases.get(attribute.key()));
      case Source.EventAttribute attribute -> {
        List<String> values = values(attribute, rows);
        yield values.isEmpty()
            ? null
            : values.get(attribute.pick() == Pick.LAST ? values.size() - 1 : 0);
      }
      case Source.EventTime time -> throw new IllegalStateException("a moment is no text");
    };
  }

  private List<String> values(Source.EventAttribute attribute, CaseRows rows) {
    int index = ofEvents.get(attribute.key());
    return rows.events().stream()
        .filter(event -> among(attribute.activities(), event))
        .map(event -> event.values()[index])
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  private static boolean among(java.util.Set<String> activities, EventRow event) {
    return activities.isEmpty() || activities.contains(event.activity());
  }

  private static Finding remark(CaseRows rows, FindingCode code, String subject, String value) {
    return finding(rows, Severity.WARNING, code, subject, value);
  }

  private static Finding finding(
      CaseRows rows, Severity severity, FindingCode code, String subject, String value) {
    String caseId = rows.caseId().isEmpty() ? null : rows.caseId();
    return new Finding(severity, code, rows.line(), null, caseId, subject, value);
  }

  /** The moments of one case. */
  private final class Moments {

    private final CaseRows rows;
    private final List<Finding> remarks;

    private Moments(CaseRows rows, List<Finding> remarks) {
      this.rows = rows;
      this.remarks = remarks;
    }

    private Instant received() {
      Instant received = past(mapping.received(), "received");
      if (received == null && mapping.received() == null && !rows.events().isEmpty()) {
        received = rows.events().get(0).occurredAt();
      }
      if (received == null) {
        throw new CaseRefused(FindingCode.RECEIVED_MISSING, "received", null);
      }
      return received;
    }

    private Instant due(Instant received) {
      Moment given = moment(mapping.due(), "due", false);
      if (given != null) {
        return given.dateOnly() && !mapping.dueAtDayStart()
            ? mapping.moments().plusCalendarDays(given.instant(), 1).minus(1, ChronoUnit.MILLIS)
            : given.instant();
      }
      return switch (mapping.noDueDate()) {
        case NoDueDate.Refuse refuse -> throw new CaseRefused(FindingCode.DUE_MISSING, "due", null);
        case NoDueDate.Undated undated -> null;
        case NoDueDate.Allowance allowance ->
            mapping.moments().plusCalendarDays(received, allowance.calendarDays());
      };
    }

    /** A moment that is said to have happened, or null. */
    private Instant past(Source source, String subject) {
      Moment moment = moment(source, subject, true);
      return moment == null ? null : moment.instant();
    }

    private Moment moment(Source source, String subject, boolean past) {
      return switch (source) {
        case null -> null;
        case Source.EventTime time -> eventTime(time);
        case Source.EventAttribute attribute -> picked(attribute, subject, past);
        default -> read(text(source, rows), subject, past);
      };
    }

    private Moment eventTime(Source.EventTime time) {
      List<Instant> times =
          rows.events().stream()
              .filter(event -> among(time.activities(), event))
              .map(EventRow::occurredAt)
              .filter(java.util.Objects::nonNull)
              .toList();
      return times.isEmpty()
          ? null
          : new Moment(
              times.get(time.pick() == Pick.LAST ? times.size() - 1 : 0),
              false,
              false,
              Moment.Fit.EXACT);
    }

    private Moment picked(Source.EventAttribute attribute, String subject, boolean past) {
      if (attribute.pick() == Pick.FIRST || attribute.pick() == Pick.LAST) {
        return read(text(attribute, rows), subject, past);
      }
      Moment best = null;
      for (String value : values(attribute, rows)) {
        Moment moment = read(value, subject, past);
        boolean later = best != null && moment.instant().isAfter(best.instant());
        if (best == null || later == (attribute.pick() == Pick.LATEST)) {
          best = moment;
        }
      }
      return best;
    }

    private Moment read(String text, String subject, boolean past) {
      if (text == null) {
        return null;
      }
      Optional<Moment> moment = mapping.moments().read(text);
      if (moment.isEmpty()) {
        throw new CaseRefused(FindingCode.MOMENT_UNREADABLE, subject, text);
      }
      FindingCode problem =
          past ? momentCheck.ofPast(moment.get()) : momentCheck.ofAny(moment.get());
      if (problem != null) {
        throw new CaseRefused(problem, subject, text);
      }
      FindingCode remark = StagingLoad.remarkOn(moment.get());
      if (remark != null) {
        remarks.add(remark(rows, remark, subject, text));
      }
      return moment.get();
    }
  }

  /** Leaves the assembling of one case; never leaves this class. */
  private static final class CaseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final String subject;
    private final String value;

    private CaseRefused(FindingCode code, String subject, String value) {
      super(code.code(), null, false, false);
      this.code = code;
      this.subject = subject;
      this.value = value;
    }
  }
}
