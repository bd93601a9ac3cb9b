package vn.motcua.eventlog.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import vn.motcua.eventlog.failure.UnreadableFile;
import vn.motcua.eventlog.finding.Finding;
import vn.motcua.eventlog.finding.FindingCode;
import vn.motcua.eventlog.finding.Severity;
import vn.motcua.eventlog.mapping.EventLogMapping;
import vn.motcua.eventlog.mapping.LogFormat;
import vn.motcua.eventlog.mapping.MappedAttributes;
import vn.motcua.eventlog.mapping.Moment;
import vn.motcua.eventlog.mapping.Source;
import vn.motcua.eventlog.reading.ImportLimits;
import vn.motcua.eventlog.reading.LogHandler;
import vn.motcua.eventlog.reading.RawEvent;
import vn.motcua.eventlog.reading.RawTrace;
import vn.motcua.eventlog.reading.WantedKeys;
import vn.motcua.eventlog.store.CopyText;
import vn.motcua.eventlog.store.Findings;
import vn.motcua.eventlog.store.ImportStatus;

/**
 * Takes the events of a file, cleans them, refuses the unusable ones, and writes the rest to the
 * staging table in chunks, each chunk one short transaction together with its findings and the
 * progress.
 */
public final class StagingLoad implements LogHandler {

  private static final int CHUNK = 5_000;
  private static final int CHUNK_CHARACTERS = 8_000_000;

  /** Remarks on texts are made once per text, as long as so many different ones are remembered. */
  private static final int REMEMBERED = 20_000;

  /** Of these the XES standard says that logs may lack them, and they are only defaults here. */
  private static final Set<String> OPTIONAL = Set.of("org:resource", "org:group");

  private final long importId;
  private final EventLogMapping mapping;
  private final ImportLimits limits;
  private final MappedAttributes attributes;
  private final MomentCheck momentCheck;
  private final ChunkSink sink;
  private final LongSupplier bytesRead;
  private final Findings findings;
  private final CopyText rows =
      new CopyText(
          "import_event (import_id, position, line, trace, case_id, kind, occurred_at, activity,"
              + " actor, attributes)");
  private final Set<String> unseenOfTraces;
  private final Set<String> unseenOfEvents;
  private final Set<String> unseenActivities;
  private final Set<String> judged = new HashSet<>();
  private String currentCase = "";
  private long events;

  /** Writes a chunk in one transaction. */
  @FunctionalInterface
  public interface ChunkSink {
    void write(ChunkWork work);
  }

  /** What is done in that transaction. */
  @FunctionalInterface
  public interface ChunkWork {
    void run(Connection connection) throws SQLException;
  }

  /**
   * @param now when the import runs: what lies after it cannot have happened
   * @param bytesRead of the file as received, for progress
   */
  public StagingLoad(
      long importId,
      EventLogMapping mapping,
      ImportLimits limits,
      Instant now,
      ChunkSink sink,
      LongSupplier bytesRead) {
    this.importId = importId;
    this.mapping = mapping;
    this.limits = limits;
    this.sink = sink;
    this.bytesRead = bytesRead;
    attributes = new MappedAttributes(mapping);
    momentCheck = new MomentCheck(now);
    findings = new Findings(importId, ImportStatus.PARSING);
    unseenOfTraces = new TreeSet<>(wanted().ofTraces());
    unseenOfEvents = new TreeSet<>(wanted().ofEvents());
    unseenOfEvents.removeAll(OPTIONAL);
    if (mapping.format() == LogFormat.CSV) {
      // The header has been compared with the mapping; empty columns are no mistake.
      unseenOfEvents.clear();
    }
    unseenActivities = new TreeSet<>(attributes.activities());
  }

  /** The attributes that the mapping asks for. */
  public WantedKeys wanted() {
    Set<String> ofTraces = new HashSet<>(attributes.ofCases());
    Set<String> ofEvents = new HashSet<>(attributes.ofEvents());
    switch (mapping.caseId()) {
      case Source.CaseAttribute attribute -> ofTraces.add(attribute.key());
      case Source.EventAttribute attribute -> ofEvents.add(attribute.key());
      default -> throw new IllegalStateException("a case is named by an attribute");
    }
    for (Source.EventAttribute attribute :
        new Source.EventAttribute[] {mapping.activity(), mapping.timestamp(), mapping.actor()}) {
      if (attribute != null) {
        ofEvents.add(attribute.key());
      }
    }
    return new WantedKeys(ofTraces, ofEvents);
  }

  @Override
  public void trace(RawTrace trace) {
    unseenOfTraces.removeAll(trace.attributes().keySet());
    if (!(mapping.caseId() instanceof Source.CaseAttribute key)) {
      return;
    }
    currentCase = caseId(trace.attributes().get(key.key()), trace.line(), null);
    String[] values =
        values(attributes.ofCases(), trace.attributes(), trace.line(), null, currentCase);
    rows.row(importId, 0, trace.line(), trace.number(), currentCase, 'T', null, null, null, values);
    flushIfFull();
  }

  @Override
  public void lateAttribute(RawTrace trace, long line, String key) {
    if (mapping.caseId() instanceof Source.CaseAttribute) {
      rows.row(importId, 0, line, trace.number(), currentCase, 'S', null, key, null, new String[0]);
    }
  }

  @Override
  public void raggedRow(long position, long line, int fields, int expected) {
    events++;
    refuse(FindingCode.ROW_RAGGED, line, position, null, String.valueOf(expected), fields + "");
    flushIfFull();
  }

  @Override
  public void event(RawEvent event) {
    events++;
    Map<String, String> raw = event.attributes();
    unseenOfEvents.removeAll(raw.keySet());
    boolean traced = mapping.caseId() instanceof Source.CaseAttribute;
    String caseId = currentCase;
    if (!traced || event.trace() == 0) {
      String key = traced ? null : ((Source.EventAttribute) mapping.caseId()).key();
      caseId = key == null ? "" : caseId(raw.get(key), event.line(), event.position());
      if (caseId.isEmpty()) {
        refuse(FindingCode.CASE_ID_MISSING, event.line(), event.position(), null, "caseId", null);
        flushIfFull();
        return;
      }
    }
    stage(event, traced ? event.trace() : 0, caseId);
    flushIfFull();
  }

  /**
   * Writes what is left.
   *
   * @throws UnreadableFile when the file never has an attribute that the mapping asks for
   */
  public void finish() {
    Set<String> unseen = new TreeSet<>(unseenOfTraces);
    unseen.addAll(unseenOfEvents);
    if (!unseen.isEmpty() && (events > 0 || !unseenOfTraces.isEmpty())) {
      flush();
      throw new UnreadableFile("attributes-missing", String.join(", ", unseen));
    }
    for (String activity : unseenActivities) {
      remark(FindingCode.ACTIVITY_UNSEEN, null, null, null, "activities", activity);
    }
    flush();
  }

  private void stage(RawEvent event, int trace, String caseId) {
    String activity = value(mapping.activity(), event, caseId, "activity");
    String actor = value(mapping.actor(), event, caseId, "actor");
    String[] values =
        values(attributes.ofEvents(), event.attributes(), event.line(), event.position(), caseId);
    Instant occurredAt = null;
    boolean refused = false;
    if (mapping.timestamp() != null) {
      occurredAt = occurredAt(event, caseId);
      refused = occurredAt == null;
      if (!refused && activity.isEmpty()) {
        refuse(
            FindingCode.ACTIVITY_MISSING, event.line(), event.position(), caseId, "activity", null);
        refused = true;
      }
    }
    if (!refused && tooLong(activity, actor, values)) {
      refuse(FindingCode.VALUE_TOO_LONG, event.line(), event.position(), caseId, null, activity);
      refused = true;
    }
    if (!refused) {
      unseenActivities.remove(activity);
    }
    rows.row(
        importId,
        event.position(),
        event.line(),
        trace,
        caseId,
        refused ? 'R' : 'E',
        refused ? null : occurredAt,
        refused || activity.isEmpty() ? null : activity,
        refused || actor.isEmpty() ? null : actor,
        refused ? new String[0] : values);
  }

  private boolean tooLong(String activity, String actor, String[] values) {
    boolean found = activity.length() > limits.valueLength();
    found |= actor.length() > limits.valueLength();
    for (String value : values) {
      found |= value != null && value.length() > limits.valueLength();
    }
    return found;
  }

  /** The event's moment, or null when the event was refused. */
  private Instant occurredAt(RawEvent event, String caseId) {
    String text = value(mapping.timestamp(), event, caseId, "timestamp");
    if (text.isEmpty()) {
      refuse(
          FindingCode.TIMESTAMP_MISSING, event.line(), event.position(), caseId, "timestamp", null);
      return null;
    }
    Optional<Moment> moment = mapping.moments().read(text);
    FindingCode problem =
        moment
            .map(momentCheck::ofPast)
            .orElse(moment.isEmpty() ? FindingCode.MOMENT_UNREADABLE : null);
    if (problem != null) {
      refuse(problem, event.line(), event.position(), caseId, "timestamp", text);
      return null;
    }
    FindingCode remark = remarkOn(moment.get());
    if (remark != null) {
      remark(remark, event.line(), event.position(), caseId, "timestamp", text);
    }
    return moment.get().instant();
  }

  /** What is to be said about the local time, or null. */
  static FindingCode remarkOn(Moment moment) {
    return switch (moment.fit()) {
      case EXACT -> null;
      case SKIPPED -> FindingCode.LOCAL_TIME_SKIPPED;
      case TWICE -> FindingCode.LOCAL_TIME_TWICE;
    };
  }

  private String value(Source.EventAttribute of, RawEvent event, String caseId, String subject) {
    return of == null
        ? ""
        : clean(event.attributes().get(of.key()), event.line(), event.position(), caseId, subject);
  }

  private String[] values(
      List<String> keys, Map<String, String> raw, long line, Long position, String caseId) {
    String[] values = new String[keys.size()];
    for (int i = 0; i < values.length; i++) {
      String value = clean(raw.get(keys.get(i)), line, position, caseId, keys.get(i));
      values[i] = value.isEmpty() ? null : value;
    }
    return values;
  }

  private String caseId(String raw, long line, Long position) {
    String id = clean(raw, line, position, null, "caseId");
    return id.length() > Math.min(limits.valueLength(), 500) ? "" : id;
  }

  /** NFC and trimmed; empty where there is nothing or a word that means nothing. */
  private String clean(String raw, long line, Long position, String caseId, String subject) {
    CleanText clean = CleanText.of(raw);
    String text = clean.value();
    if (text.isEmpty() || mapping.missing().contains(text)) {
      return "";
    }
    FindingCode suspicion = suspicion(clean);
    if (suspicion != null && judged.size() < REMEMBERED && judged.add(text)) {
      remark(suspicion, line, position, caseId, subject, text);
    }
    return text;
  }

  private static FindingCode suspicion(CleanText clean) {
    if (clean.controlRemoved()) {
      return FindingCode.TEXT_CONTROL_CHARACTER;
    }
    if (clean.value().indexOf('\uFFFD') >= 0) {
      return FindingCode.TEXT_CHARACTER_LOST;
    }
    return DoubleEncoding.suspected(clean.value()) ? FindingCode.TEXT_DOUBLE_ENCODED : null;
  }

  private void refuse(
      FindingCode code, Long line, Long position, String caseId, String subject, String value) {
    findings.add(new Finding(Severity.EVENT_REFUSED, code, line, position, caseId, subject, value));
  }

  private void remark(
      FindingCode code, Long line, Long position, String caseId, String subject, String value) {
    findings.add(new Finding(Severity.WARNING, code, line, position, caseId, subject, value));
  }

  private void flushIfFull() {
    if (rows.count() + findings.waiting() >= CHUNK || rows.size() > CHUNK_CHARACTERS) {
      flush();
    }
  }

  private void flush() {
    sink.write(this::write);
    rows.clear();
    findings.clear();
  }

  private void write(Connection connection) throws SQLException {
    rows.writeTo(connection);
    findings.writeTo(connection);
    try (PreparedStatement progress =
        connection.prepareStatement(
            """
            update event_log_import
            set bytes_read = ?, events_read = ?, events_refused = ?, warnings = ?
            where id = ? returning cancel_requested
            """)) {
      progress.setLong(1, bytesRead.getAsLong());
      progress.setLong(2, events);
      progress.setLong(3, findings.eventsRefused());
      progress.setLong(4, findings.warnings());
      progress.setLong(5, importId);
      try (ResultSet row = progress.executeQuery()) {
        if (row.next() && row.getBoolean(1)) {
          throw new ImportCancelled(importId);
        }
      }
    }
  }
}
