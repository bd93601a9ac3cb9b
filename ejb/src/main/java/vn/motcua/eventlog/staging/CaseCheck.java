package vn.motcua.eventlog.staging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import vn.motcua.eventlog.failure.NothingToPublish;
import vn.motcua.eventlog.finding.Finding;
import vn.motcua.eventlog.finding.FindingCode;
import vn.motcua.eventlog.finding.Severity;
import vn.motcua.eventlog.mapping.EventLogMapping;
import vn.motcua.eventlog.store.CopyText;
import vn.motcua.eventlog.store.Findings;
import vn.motcua.eventlog.store.ImportStatus;
import vn.motcua.eventlog.store.ImportStore;
import vn.motcua.eventlog.store.Transactions;

/**
 * Goes through the staged rows case by case, in the order that PostgreSQL gives them, and writes
 * the cases that pass. Memory holds one case and one chunk.
 */
public final class CaseCheck {

  private static final int CHUNK = 2_000;

  private final Transactions transactions;
  private final long importId;
  private final EventLogMapping mapping;
  private final int mostEvents;
  private final CaseAssembler assembler;
  private final Findings findings;
  private final CopyText cases =
      new CopyText(
          "import_case (import_id, ordinal, case_id, trace, received_at, due_at, finished_at,"
              + " outcome, closed_at, close_reason, unit_code, field_code, channel, events)");

  private String lastCaseId = "";
  private Instant clockEnd;
  private long warningsBefore;
  private long casesRead;
  private long casesTaken;
  private long casesRefused;
  private long eventsTaken;
  private long eventsOfRefusedCases;

  /**
   * @param mostEvents a case with more events is refused
   * @param now when the import runs: what lies after it cannot have happened
   */
  public CaseCheck(
      Transactions transactions,
      long importId,
      EventLogMapping mapping,
      int mostEvents,
      Instant now) {
    this.transactions = transactions;
    this.importId = importId;
    this.mapping = mapping;
    this.mostEvents = mostEvents;
    assembler = new CaseAssembler(mapping, now);
    findings = new Findings(importId, ImportStatus.CHECKING);
  }

  /**
   * Checks every case. What an interrupted run left is taken away first.
   *
   * @throws NothingToPublish when no case is left, or more are refused than the mapping tolerates
   * @throws ImportCancelled when somebody asked for it
   */
  public void run() throws SQLException {
    transactions.call(this::startAgain);
    transactions.call(
        connection -> {
          read(connection);
          return null;
        });
    flush();
    if (casesTaken == 0) {
      throw NothingToPublish.noCase(casesRead);
    }
    if (casesRefused > mapping.toleratedRefusal() * casesRead) {
      throw NothingToPublish.tooManyRefused(
          casesRefused, casesRead, Math.round(100 * mapping.toleratedRefusal()));
    }
  }

  private Void startAgain(Connection connection) throws SQLException {
    ImportStore.execute(connection, "delete from import_case where import_id = ?", importId);
    ImportStore.execute(
        connection,
        "delete from import_refusal where import_id = ? and phase = 'CHECKING'",
        importId);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select count(*) from import_refusal where import_id = ? and severity = 'WARNING'")) {
      statement.setLong(1, importId);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        warningsBefore = row.getLong(1);
      }
    }
    return null;
  }

  /**
   * A reading transaction of its own keeps the cursor open while chunks are committed elsewhere.
   */
  private void read(Connection connection) throws SQLException {
    String trace = mapping.mergeTraces() ? "case when case_id = '' then trace else 0 end" : "trace";
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select position, line, trace, case_id, kind, occurred_at, activity, attributes
            from import_event where import_id = ?
            order by case_id, %s, occurred_at nulls first, position
            """
                .formatted(trace))) {
      statement.setLong(1, importId);
      statement.setFetchSize(2_000);
      CaseRows current = null;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String caseId = row.getString("case_id");
          int number = row.getInt("trace");
          if (current == null || !belongs(current, caseId, number)) {
            judge(current);
            current = new CaseRows(caseId, number, row.getLong("line"), mostEvents);
          }
          add(current, row);
        }
      }
      judge(current);
    }
  }

  private boolean belongs(CaseRows rows, String caseId, int trace) {
    return rows.caseId().equals(caseId)
        && (rows.trace() == trace || mapping.mergeTraces() && !caseId.isEmpty());
  }

  private static void add(CaseRows rows, ResultSet row) throws SQLException {
    switch (row.getString("kind")) {
      case "T" -> rows.trace(texts(row.getArray("attributes")));
      case "S" -> rows.lateAttribute(row.getString("activity"));
      case "E" ->
          rows.event(
              new EventRow(
                  row.getLong("position"),
                  row.getLong("line"),
                  ImportStore.instant(row, "occurred_at"),
                  row.getString("activity"),
                  texts(row.getArray("attributes"))));
      default -> {
        // A refused event is in the list of findings already and adds nothing to its case.
      }
    }
  }

  private static String[] texts(Array array) throws SQLException {
    return (String[]) array.getArray();
  }

  private void judge(CaseRows rows) throws SQLException {
    if (rows == null) {
      return;
    }
    casesRead++;
    boolean again = !rows.caseId().isEmpty() && rows.caseId().equals(lastCaseId);
    lastCaseId = rows.caseId();
    CheckedCase checked = again ? duplicate(rows) : assembler.check(rows);
    switch (checked) {
      case CheckedCase.Refused refused -> {
        casesRefused++;
        eventsOfRefusedCases += rows.eventCount();
        findings.add(refused.why());
      }
      case CheckedCase.Taken taken -> {
        casesTaken++;
        eventsTaken += rows.eventCount();
        taken.remarks().forEach(findings::add);
        if (clockEnd == null || taken.lastMoment().isAfter(clockEnd)) {
          clockEnd = taken.lastMoment();
        }
        stage(rows, taken);
      }
    }
    if (cases.count() + findings.waiting() >= CHUNK) {
      flush();
    }
  }

  private static CheckedCase duplicate(CaseRows rows) {
    return new CheckedCase.Refused(
        new Finding(
            Severity.CASE_REFUSED,
            FindingCode.CASE_DUPLICATE,
            rows.line(),
            null,
            rows.caseId(),
            "caseId",
            rows.caseId()));
  }

  private void stage(CaseRows rows, CheckedCase.Taken taken) {
    cases.row(
        importId,
        casesTaken,
        rows.caseId(),
        mapping.mergeTraces() ? null : rows.trace(),
        taken.receivedAt(),
        taken.dueAt(),
        taken.finishedAt(),
        taken.outcome(),
        taken.closedAt(),
        taken.reason(),
        taken.unit(),
        taken.field(),
        taken.channel(),
        rows.eventCount());
  }

  private void flush() throws SQLException {
    transactions.call(
        connection -> {
          cases.writeTo(connection);
          findings.writeTo(connection);
          int live =
              ImportStore.execute(
                  connection,
                  """
                  update event_log_import set cases_read = ?, cases_taken = ?, cases_refused = ?,
                    events_taken = ?, events_of_refused_cases = ?, warnings = ?, clock_end = ?
                  where id = ? and not cancel_requested
                  """,
                  casesRead,
                  casesTaken,
                  casesRefused,
                  eventsTaken,
                  eventsOfRefusedCases,
                  warningsBefore + findings.warnings(),
                  clockEnd == null ? null : Timestamp.from(clockEnd),
                  importId);
          if (live == 0) {
            throw new ImportCancelled(importId);
          }
          return null;
        });
    cases.clear();
    findings.clear();
  }
}
