package vn.motcua.outbox;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.events.Term;
import vn.motcua.events.TermKind;

/**
 * Reads the changes of watched terms (thời hạn) forward from a place, below a cut, in the order of
 * (transaction, number). What a transaction changed twice held for nobody in between: its last word
 * counts.
 */
final class TermReader {

  /** A change as it goes to Kafka, and its transaction. */
  record Change(String xid, Term term) {

    LogReader.Place place() {
      return new LogReader.Place(xid, term.getRevision());
    }
  }

  private static final String SQL =
      """
      select c.id, c.dataset_id, c.kind, c.thing_id, c.dossier_id, c.unit_id, c.branch_id,
        c.due_at, c.changed_at, c.recorded_at, c.xid::text as xid
      from watched_term_change c
      where (c.xid, c.id) > (?::xid8, ?) and c.xid < ?::xid8
        and (select n.id from watched_term_change n
             where n.kind = c.kind and n.thing_id = c.thing_id and n.id > c.id and n.xid = c.xid
             limit 1) is null
      order by c.xid, c.id
      limit ?""";

  private TermReader() {}

  static List<Change> read(Connection connection, LogReader.Place after, String belowXid, int limit)
      throws SQLException {
    return Query.of(connection, SQL, after.xid(), after.eventNo(), belowXid, limit)
        .list(row -> new Change(row.getString("xid"), term(row)));
  }

  private static Term term(ResultSet row) throws SQLException {
    return Term.newBuilder()
        .setDatasetId(row.getInt("dataset_id"))
        .setKind(TermKind.valueOf(row.getString("kind")))
        .setThingId(row.getLong("thing_id"))
        .setRevision(row.getLong("id"))
        .setDossierId(row.getLong("dossier_id"))
        .setUnitId(row.getInt("unit_id"))
        .setBranchId(row.getInt("branch_id"))
        .setDueAt(Query.moment(row, "due_at"))
        .setChangedAt(Query.moment(row, "changed_at"))
        .setRecordedAt(Query.moment(row, "recorded_at"))
        .build();
  }
}
