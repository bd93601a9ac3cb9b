package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.identity.Account;

/**
 * A filter as SQL.
 *
 * @param conditions each begins with "and"
 * @param values of its places
 */
record WorklistSearch(String conditions, List<Object> values) {

  private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");

  static WorklistSearch of(
      Connection connection, WorklistFilter filter, Account account, Instant now)
      throws SQLException {
    StringBuilder conditions = new StringBuilder();
    List<Object> values = new ArrayList<>();
    switch (filter.show()) {
      case ALL -> {}
      case OVERDUE -> {
        conditions.append(" and t.dossier_due_at < ? and d.state = 'OPEN'");
        values.add(now);
      }
      case TODAY -> {
        conditions.append(
            " and t.dossier_due_at >= ? and t.dossier_due_at < ? and d.state = 'OPEN'");
        values.add(now);
        values.add(endOfDay(now));
      }
      case PAUSED -> conditions.append(" and d.state = 'PAUSED'");
      case READY ->
          conditions.append(" and d.state = 'FINISHED' and t.dossier_due_at = 'infinity'");
    }
    if (!filter.step().isEmpty()) {
      conditions.append(" and t.name = ?");
      values.add(filter.step());
    }
    if (!filter.procedure().isEmpty()) {
      conditions.append(" and d.procedure_id = (select id from procedure where code = ?)");
      values.add(filter.procedure());
    }
    if (filter.mine()) {
      conditions.append(" and t.assignee = ?");
      values.add(account.login());
    }
    if (!filter.text().isEmpty()) {
      String pattern = "%" + folded(connection, filter.text()) + "%";
      conditions.append(
          """
           and (lower(d.code) like ? or exists (
             select 1 from external_dossier x
             where x.dossier_id = d.id and fold(x.external_code) like ?) or exists (
             select 1 from dossier_person r join person pe on pe.id = r.person_id
             where r.dossier_id = d.id and r.relation = 'OWNER' and fold(pe.full_name) like ?))
          """);
      values.add(pattern);
      values.add(pattern);
      values.add(pattern);
    }
    return new WorklistSearch(conditions.toString(), values);
  }

  /** The end of the day in the city. */
  static Instant endOfDay(Instant now) {
    return now.atZone(CITY).toLocalDate().plusDays(1).atStartOfDay(CITY).toInstant();
  }

  /** Without marks and case; what LIKE would take for a sign of its own is plain. */
  private static String folded(Connection connection, String text) throws SQLException {
    return Query.of(connection, "select fold(?)", text)
        .first(row -> row.getString(1))
        .orElse("")
        .replaceAll("([\\\\%_])", "\\\\$1");
  }
}
