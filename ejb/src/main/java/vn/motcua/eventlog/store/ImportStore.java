package vn.motcua.eventlog.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.eventlog.failure.EventLogFailure;
import vn.motcua.eventlog.finding.Severity;

/** Reads and moves imports. Every change of status names the status it comes from. */
public final class ImportStore {

  private static final String COLUMNS =
      """
      id, file_name, content_hash, mapping, submitted_by, submitted_at, started_at, ended_at, status,
      cancel_requested, faults, failure_code, failure_arguments, dataset_id, clock_end, bytes_total,
      bytes_read, events_read, events_taken, events_refused, events_of_refused_cases, cases_read,
      cases_taken, cases_refused, warnings, cases_published, spool_name""";

  private final Transactions transactions;

  public ImportStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A new upload.
   *
   * @param contentHash SHA-256 of the bytes as received, in hexadecimal digits
   * @param mapping in canonical form
   */
  public record Upload(
      String fileName,
      String spoolName,
      String contentHash,
      String mappingHash,
      String mapping,
      String submittedBy,
      Instant submittedAt,
      long bytes) {}

  /** The number of the new import, or nothing where the same one is there already. */
  public Optional<Long> insert(Upload upload) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  insert into event_log_import (file_name, spool_name, content_hash, mapping_hash,
                    mapping, submitted_by, submitted_at, status, bytes_total)
                  values (?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)
                  on conflict (content_hash, mapping_hash)
                    where status not in ('FAILED', 'CANCELLED') do nothing
                  returning id
                  """)) {
            statement.setString(1, upload.fileName());
            statement.setString(2, upload.spoolName());
            statement.setString(3, upload.contentHash());
            statement.setString(4, upload.mappingHash());
            statement.setString(5, upload.mapping());
            statement.setString(6, upload.submittedBy());
            statement.setTimestamp(7, Timestamp.from(upload.submittedAt()));
            statement.setLong(8, upload.bytes());
            try (ResultSet row = statement.executeQuery()) {
              return row.next() ? Optional.of(row.getLong(1)) : Optional.<Long>empty();
            }
          }
        });
  }

  /** The import of the same bytes with the same mapping that has not come to nothing. */
  public Optional<EventLogImport> same(String contentHash, String mappingHash) throws SQLException {
    return imports(
            "where content_hash = ? and mapping_hash = ? and status not in ('FAILED', 'CANCELLED')",
            contentHash,
            mappingHash)
        .stream()
        .findFirst();
  }

  public Optional<EventLogImport> find(long id) throws SQLException {
    return imports("where id = ?", id).stream().findFirst();
  }

  /**
   * The newest first.
   *
   * @param before only imports with smaller numbers; {@link Long#MAX_VALUE} for the first page
   */
  public List<EventLogImport> list(long before, int limit) throws SQLException {
    return imports("where id < ? order by id desc limit ?", before, limit);
  }

  /** The import to work on next: interrupted ones first, then in the order of arrival. */
  public Optional<EventLogImport> next() throws SQLException {
    return imports(
            """
            where status in ('RECEIVED', 'PARSING', 'CHECKING', 'PUBLISHING')
            order by status = 'RECEIVED', id limit 1""")
        .stream()
        .findFirst();
  }

  /** Ended imports whose staging rows or spooled file may still be there. */
  public List<EventLogImport> leftovers() throws SQLException {
    return imports("where staged and status in ('ACTIVE', 'FAILED', 'CANCELLED') order by id");
  }

  /**
   * A page of the findings.
   *
   * @param after only findings with larger numbers; 0 for the first page
   */
  public List<Refusal> refusals(long importId, long after, int limit) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  """
                  select id, severity, code, line, position, case_id, subject, value
                  from import_refusal where import_id = ? and id > ? order by id limit ?
                  """)) {
            statement.setLong(1, importId);
            statement.setLong(2, after);
            statement.setInt(3, limit);
            List<Refusal> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                page.add(refusal(row));
              }
            }
            return page;
          }
        });
  }

  /**
   * Asks for cancelling. An import that has not begun ends at once, a running one at its next
   * chunk.
   *
   * @return false when publishing has begun or the import has ended
   */
  public boolean cancel(long id, Instant now) throws SQLException {
    return update(
            """
            update event_log_import set cancel_requested = true,
              ended_at = case when status = 'RECEIVED' then cast(? as timestamptz) end,
              status = case when status = 'RECEIVED' then 'CANCELLED' else status end
            where id = ? and status in ('RECEIVED', 'PARSING', 'CHECKING')
            """,
            Timestamp.from(now),
            id)
        == 1;
  }

  /** Begins or repeats a phase; counts of the phase start again. */
  public boolean beginParsing(long id, Instant now) throws SQLException {
    return update(
            """
            update event_log_import set status = 'PARSING', started_at = coalesce(started_at, ?),
              bytes_read = 0, events_read = 0, events_refused = 0, warnings = 0
            where id = ? and status in ('RECEIVED', 'PARSING')
            """,
            Timestamp.from(now),
            id)
        == 1;
  }

  /** From one status to the next. */
  public boolean move(long id, ImportStatus from, ImportStatus to) throws SQLException {
    return update(
            "update event_log_import set status = ? where id = ? and status = ?",
            to.name(),
            id,
            from.name())
        == 1;
  }

  /** Ends an import as failed, and its dataset where it has one. */
  public void fail(long id, EventLogFailure failure, Instant now) throws SQLException {
    transactions.call(
        connection -> {
          Array arguments =
              connection.createArrayOf("text", failure.arguments().toArray(String[]::new));
          execute(
              connection,
              """
              update event_log_import set status = 'FAILED', failure_code = ?,
                failure_arguments = ?, ended_at = ? where id = ?
              """,
              failure.code(),
              arguments,
              Timestamp.from(now),
              id);
          return execute(
              connection,
              """
              update dataset set status = 'FAILED'
              where status = 'STAGING'
                and id = (select dataset_id from event_log_import where id = ?)
              """,
              id);
        });
  }

  public void cancelled(long id, Instant now) throws SQLException {
    update(
        "update event_log_import set status = 'CANCELLED', ended_at = ? where id = ?",
        Timestamp.from(now),
        id);
  }

  /** Counts an unexpected interruption; answers how many there have been. */
  public int countFault(long id) throws SQLException {
    update("update event_log_import set faults = faults + 1 where id = ?", id);
    return find(id).map(EventLogImport::faults).orElse(0);
  }

  /** The staging rows and the file are gone. */
  public void cleared(long id) throws SQLException {
    update("update event_log_import set staged = false where id = ?", id);
  }

  private int update(String sql, Object... values) throws SQLException {
    return transactions.call(connection -> execute(connection, sql, values));
  }

  /** Runs one statement in the caller's transaction; answers the number of rows. */
  public static int execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    }
  }

  private List<EventLogImport> imports(String condition, Object... values) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(
                  "select " + COLUMNS + " from event_log_import " + condition)) {
            for (int i = 0; i < values.length; i++) {
              statement.setObject(i + 1, values[i]);
            }
            List<EventLogImport> all = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                all.add(eventLogImport(row));
              }
            }
            return all;
          }
        });
  }

  private static EventLogImport eventLogImport(ResultSet row) throws SQLException {
    Array arguments = row.getArray("failure_arguments");
    return new EventLogImport(
        row.getLong("id"),
        row.getString("file_name"),
        row.getString("content_hash"),
        row.getString("mapping"),
        row.getString("submitted_by"),
        instant(row, "submitted_at"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        ImportStatus.valueOf(row.getString("status")),
        row.getBoolean("cancel_requested"),
        row.getInt("faults"),
        row.getString("failure_code"),
        arguments == null ? List.of() : List.of((String[]) arguments.getArray()),
        row.getObject("dataset_id", Integer.class),
        instant(row, "clock_end"),
        row.getLong("bytes_total"),
        row.getLong("bytes_read"),
        new EventLogImport.Counts(
            row.getLong("events_read"),
            row.getLong("events_taken"),
            row.getLong("events_refused"),
            row.getLong("events_of_refused_cases"),
            row.getLong("cases_read"),
            row.getLong("cases_taken"),
            row.getLong("cases_refused"),
            row.getLong("warnings")),
        row.getLong("cases_published"),
        row.getString("spool_name"));
  }

  private static Refusal refusal(ResultSet row) throws SQLException {
    return new Refusal(
        row.getLong("id"),
        Severity.valueOf(row.getString("severity")),
        row.getString("code"),
        row.getObject("line", Long.class),
        row.getObject("position", Long.class),
        row.getString("case_id"),
        row.getString("subject"),
        row.getString("value"));
  }

  /** A moment of the row, or null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp stamp = row.getTimestamp(column);
    return stamp == null ? null : stamp.toInstant();
  }
}
