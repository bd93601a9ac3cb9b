package vn.motcua.calendar;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.identity.Scope;

/** Hours of bodies on record. */
final class UnitHoursRows {

  private static final String SELECT =
      "select h.*, u.name as unit from unit_hours h join unit u on u.id = h.unit_id ";

  private final Connection connection;

  UnitHoursRows(Connection connection) {
    this.connection = connection;
  }

  long draft(int unit, LocalDate from, String hours, String reason, String login, Instant now)
      throws SQLException {
    return Query.of(
            connection,
            """
            insert into unit_hours (unit_id, valid_from, hours, reason, status, drafted_by,
              drafted_at)
            select u.id, ?, ?, ?, 'DRAFT', ?, ? from unit u where u.id = ? returning id
            """,
            from,
            hours,
            reason,
            login,
            now,
            unit)
        .first(row -> row.getLong(1))
        .orElseThrow(() -> new CalendarFailure.UnknownRevision(unit));
  }

  HoursDraft find(long id, boolean locked) throws SQLException {
    return Query.of(connection, SELECT + "where h.id = ?" + (locked ? " for update of h" : ""), id)
        .first(UnitHoursRows::draft)
        .orElseThrow(() -> new CalendarFailure.UnknownRevision(id));
  }

  /** Of the bodies of a scope, the newest first, at most 200. */
  List<HoursDraft> of(Scope scope) throws SQLException {
    return Query.of(
            connection,
            SELECT + "where ? or h.unit_id = any(?::int[]) order by h.id desc limit 200",
            scope.wholeCity(),
            List.copyOf(scope.unitIds()))
        .list(UnitHoursRows::draft);
  }

  /** All versions of a body, whose ids dossiers of any day carry. */
  List<Integer> versions(int unit) throws SQLException {
    return Query.of(
            connection,
            """
            select v.id from unit u join unit v
              on coalesce(v.lineage_id, v.id) = coalesce(u.lineage_id, u.id)
            where u.id = ?
            """,
            unit)
        .list(row -> row.getInt(1));
  }

  void discard(long id) throws SQLException {
    Query.of(
            connection,
            "update unit_hours set status = 'DISCARDED', version = version + 1 where id = ?",
            id)
        .update();
  }

  void applied(long id, String login, Instant now, int lookedAt, int moved, int steps)
      throws SQLException {
    Query.of(
            connection,
            """
            update unit_hours set status = 'APPLIED', applied_by = ?, applied_at = ?,
              looked_at = ?, moved = ?, steps_moved = ?, version = version + 1 where id = ?
            """,
            login,
            now,
            lookedAt,
            moved,
            steps,
            id)
        .update();
  }

  void journal(long id, DueMove move) throws SQLException {
    Query.of(
            connection,
            "insert into unit_hours_due_move (hours_id, dossier_id, old_due, new_due, basis)"
                + " values (?, ?, ?, ?, ?)",
            id,
            move.dossierId(),
            move.oldDue(),
            move.newDue(),
            move.byRule() ? "RULE" : "WORKING_TIME")
        .update();
  }

  /** What applied hours moved, the first 500 in the order of the dossiers' codes. */
  List<DueMove> journal(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select m.*, d.code from unit_hours_due_move m join dossier d on d.id = m.dossier_id
            where m.hours_id = ? order by d.code limit 500
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

  private static HoursDraft draft(ResultSet row) throws SQLException {
    return new HoursDraft(
        row.getLong("id"),
        row.getInt("unit_id"),
        row.getString("unit"),
        row.getObject("valid_from", LocalDate.class),
        row.getString("hours"),
        row.getString("reason"),
        CalendarDraft.Status.valueOf(row.getString("status")),
        row.getString("drafted_by"),
        Query.moment(row, "drafted_at"),
        row.getString("applied_by"),
        Query.moment(row, "applied_at"),
        row.getObject("looked_at", Integer.class),
        row.getObject("moved", Integer.class),
        row.getObject("steps_moved", Integer.class),
        row.getInt("version"));
  }
}
