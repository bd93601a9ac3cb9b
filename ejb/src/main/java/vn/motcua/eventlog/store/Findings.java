package vn.motcua.eventlog.store;

import java.sql.Connection;
import java.sql.SQLException;
import vn.motcua.eventlog.finding.Finding;
import vn.motcua.eventlog.finding.Severity;

/** Findings of one phase, gathered and written with the chunk they belong to. */
public final class Findings {

  private final long importId;
  private final ImportStatus phase;
  private final CopyText rows =
      new CopyText(
          "import_refusal (import_id, phase, severity, code, line, position, case_id, subject,"
              + " value, message)");
  private long eventsRefused;
  private long warnings;

  public Findings(long importId, ImportStatus phase) {
    this.importId = importId;
    this.phase = phase;
  }

  public void add(Finding finding) {
    if (finding.severity() == Severity.EVENT_REFUSED) {
      eventsRefused++;
    } else if (finding.severity() == Severity.WARNING) {
      warnings++;
    }
    rows.row(
        importId,
        phase,
        finding.severity(),
        finding.code().code(),
        finding.line(),
        finding.position(),
        finding.caseId(),
        finding.subject(),
        finding.value(),
        finding.message());
  }

  /** Since this object was made. */
  public long eventsRefused() {
    return eventsRefused;
  }

  /** Since this object was made. */
  public long warnings() {
    return warnings;
  }

  public int waiting() {
    return rows.count();
  }

  public void writeTo(Connection connection) throws SQLException {
    rows.writeTo(connection);
  }

  public void clear() {
    rows.clear();
  }
}
