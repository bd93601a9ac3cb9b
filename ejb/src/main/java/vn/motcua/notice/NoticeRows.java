package vn.motcua.notice;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.identity.Scope;

/** Notices in the database, written in the transaction that makes them true. */
public final class NoticeRows {

  private static final String SELECT =
      """
      select n.*, d.code, coalesce(u.name, '') as unit_name from notice n
      join dossier d on d.id = n.dossier_id left join unit u on u.id = n.unit_id
      """;

  private final Connection connection;

  public NoticeRows(Connection connection) {
    this.connection = connection;
  }

  /** Tells the applicant that the day promised is another one. */
  public void tellApplicant(
      long dossierId, Instant old, Instant now, String reason, String by, Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into notice (dossier_id, audience, kind, old_moment, new_moment, reason,
              made_by, made_at)
            values (?, 'APPLICANT', 'DUE_MOVED', ?, ?, ?, ?, ?)
            """,
            dossierId,
            old,
            now,
            reason,
            by,
            at)
        .update();
  }

  /** Tells those at whose present steps the dossier lies that it is due at another moment. */
  public void tellOfficers(
      long dossierId, Instant old, Instant now, String reason, String by, Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into notice (dossier_id, audience, kind, unit_id, login, old_moment, new_moment,
              reason, made_by, made_at)
            select t.dossier_id, 'OFFICER', 'DUE_MOVED', t.unit_id, min(t.assignee), ?, ?, ?, ?, ?
            from dossier_task t where t.dossier_id = ? and t.completed_at is null
            group by t.dossier_id, t.unit_id
            """,
            old,
            now,
            reason,
            by,
            at,
            dossierId)
        .update();
  }

  /** Tells who has a step, or may take it, that the step is due at another moment. */
  public void tellOfStep(
      long taskId, Instant old, Instant now, String reason, String by, Instant at)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into notice (dossier_id, audience, kind, unit_id, login, step, old_moment,
              new_moment, reason, made_by, made_at)
            select t.dossier_id, 'OFFICER', 'STEP_MOVED', t.unit_id, t.assignee, t.name, ?, ?, ?,
              ?, ?
            from dossier_task t where t.id = ?
            """,
            old,
            now,
            reason,
            by,
            at,
            taskId)
        .update();
  }

  /** All of a dossier for an audience, the newest first. */
  public List<Notice> of(long dossierId, Notice.Audience audience) throws SQLException {
    return Query.of(
            connection,
            SELECT + "where n.dossier_id = ? and n.audience = ? order by n.id desc limit 50",
            dossierId,
            audience.name())
        .list(NoticeRows::notice);
  }

  /**
   * For the officers of a scope, the newest first, at most 100.
   *
   * @param before number of the last one seen; 0: from the newest
   */
  List<Notice> forOfficers(Scope scope, long before) throws SQLException {
    return Query.of(
            connection,
            SELECT
                + """
                where n.audience = 'OFFICER' and (? or n.unit_id = any(?::int[]))
                  and (? = 0 or n.id < ?) order by n.id desc limit 100
                """,
            scope.wholeCity(),
            List.copyOf(scope.unitIds()),
            before,
            before)
        .list(NoticeRows::notice);
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getLong("id"),
        row.getString("code"),
        Notice.Audience.valueOf(row.getString("audience")),
        Notice.Kind.valueOf(row.getString("kind")),
        row.getString("unit_name"),
        row.getString("login") == null ? "" : row.getString("login"),
        row.getString("step"),
        Query.moment(row, "old_moment"),
        Query.moment(row, "new_moment"),
        row.getString("reason"),
        Query.moment(row, "made_at"));
  }
}
