package vn.motcua.calendar;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;

/** Revisions of calendars on record. */
final class CalendarRows {

  private final Connection connection;

  CalendarRows(Connection connection) {
    this.connection = connection;
  }

  long draft(
      String code,
      String revision,
      String base,
      String content,
      String reason,
      String login,
      Instant now)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into calendar_revision (code, revision, base, content, reason, status,
              drafted_by, drafted_at)
            values (?, ?, ?, ?, ?, 'DRAFT', ?, ?) returning id
            """,
            code,
            revision,
            base,
            content,
            reason,
            login,
            now)
        .first(row -> row.getLong(1))
        .orElseThrow();
  }

  CalendarDraft find(long id, boolean locked) throws SQLException {
    return Query.of(
            connection,
            "select * from calendar_revision where id = ?" + (locked ? " for update" : ""),
            id)
        .first(CalendarRows::draft)
        .orElseThrow(() -> new CalendarFailure.UnknownRevision(id));
  }

  /** The newest first. */
  List<CalendarDraft> of(String code) throws SQLException {
    return Query.of(
            connection,
            "select * from calendar_revision where code = ? order by id desc limit 50",
            code)
        .list(CalendarRows::draft);
  }

  /** The revision that counts. */
  CalendarDraft newest(String code) throws SQLException {
    return Query.of(
            connection,
            "select * from calendar_revision where code = ? and status = 'APPLIED'"
                + " order by id desc limit 1",
            code)
        .first(CalendarRows::draft)
        .orElseThrow(() -> new CalendarFailure.UnknownRevision(0));
  }

  void discard(long id) throws SQLException {
    Query.of(
            connection,
            "update calendar_revision set status = 'DISCARDED', version = version + 1 where id = ?",
            id)
        .update();
  }

  void applied(long id, String login, Instant now, int lookedAt, int moved) throws SQLException {
    Query.of(
            connection,
            """
            update calendar_revision set status = 'APPLIED', applied_by = ?, applied_at = ?,
              looked_at = ?, moved = ?, version = version + 1 where id = ?
            """,
            login,
            now,
            lookedAt,
            moved,
            id)
        .update();
  }

  void journal(long id, DueMove move) throws SQLException {
    Query.of(
            connection,
            "insert into calendar_due_move (revision_id, dossier_id, old_due, new_due, basis)"
                + " values (?, ?, ?, ?, ?)",
            id,
            move.dossierId(),
            move.oldDue(),
            move.newDue(),
            move.byRule() ? "RULE" : "WORKING_TIME")
        .update();
  }

  /** What an applied revision moved, the first 500 in the order of the dossiers' codes. */
  List<DueMove> journal(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select m.*, d.code from calendar_due_move m join dossier d on d.id = m.dossier_id
            where m.revision_id = ? order by d.code limit 500
            """,
            id)
        .list(
            row ->
                new DueMove(
                    row.getLong("dossier_id"),
                    row.getString("code"),
                    Query.moment(row, "old_due"),
                    Query.moment(row, "new_due"),
                    "RULE".equals(row.getString("basis")),
                    List.of()));
  }

  private static CalendarDraft draft(ResultSet row) throws SQLException {
    return new CalendarDraft(
        row.getLong("id"),
        row.getString("code"),
        row.getString("revision"),
        row.getString("base"),
        row.getString("content"),
        row.getString("reason"),
        CalendarDraft.Status.valueOf(row.getString("status")),
        row.getString("drafted_by"),
        Query.moment(row, "drafted_at"),
        row.getString("applied_by"),
        Query.moment(row, "applied_at"),
        row.getObject("looked_at", Integer.class),
        row.getObject("moved", Integer.class),
        row.getInt("version"));
  }
}
