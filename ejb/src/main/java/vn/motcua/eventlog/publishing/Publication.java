package vn.motcua.eventlog.publishing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.eventlog.store.EventLogImport;
import vn.motcua.eventlog.store.ImportStatus;
import vn.motcua.eventlog.store.ImportStore;
import vn.motcua.eventlog.store.Transactions;

/**
 * Writes the checked cases as dossiers, chunk by chunk. The number of cases written moves in the
 * same transaction as the cases, so that an interrupted publication goes on exactly where it
 * stopped. The last transaction makes the dataset active; until then no figure is served from it.
 */
public final class Publication {

  private static final int CHUNK_CASES = 2_000;
  private static final int CHUNK_EVENTS = 20_000;

  private final Transactions transactions;

  public Publication(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Makes the dataset and leaves the import ready for {@link #run}.
   *
   * @param name of the dataset
   * @param zone IANA name
   * @return false when the import was cancelled before
   */
  public boolean prepare(long importId, String name, String zone) throws SQLException {
    return transactions.call(
        connection -> {
          int moved =
              ImportStore.execute(
                  connection,
                  """
                  update event_log_import set status = 'PUBLISHING', cases_published = 0
                  where id = ? and status = 'CHECKING' and not cancel_requested
                  """,
                  importId);
          if (moved == 1) {
            int datasetId = DatasetDraft.create(connection, importId, name, zone);
            ImportStore.execute(
                connection,
                "update event_log_import set dataset_id = ? where id = ?",
                datasetId,
                importId);
          }
          return moved == 1;
        });
  }

  /**
   * Publishes what is not yet published and makes the dataset active.
   *
   * @param now the moment of activation
   */
  public void run(EventLogImport of, String zone, Instant now) throws SQLException {
    Map<String, Integer> units =
        transactions.call(connection -> DatasetDraft.units(connection, of.datasetId()));
    Map<String, Integer> fields =
        transactions.call(connection -> DatasetDraft.fields(connection, of.datasetId()));
    long published = of.casesPublished();
    while (published < of.counts().casesTaken()) {
      long from = published;
      published = transactions.call(connection -> chunk(connection, of, zone, from, units, fields));
    }
    transactions.call(connection -> activate(connection, of, now));
  }

  private static long chunk(
      Connection connection,
      EventLogImport of,
      String zone,
      long published,
      Map<String, Integer> units,
      Map<String, Integer> fields)
      throws SQLException {
    List<StagedCase> cases = cases(connection, of.id(), published);
    if (cases.isEmpty()) {
      throw new IllegalStateException("import " + of.id() + " has lost staged cases");
    }
    events(connection, of.id(), cases);
    DossierIds ids = new DossierIds(connection, cases.size());
    DossierRows rows = new DossierRows(of.datasetId(), zone, of.clockEnd());
    for (StagedCase staged : cases) {
      rows.add(ids.next(), staged, units.get(staged.unit()), fields.get(staged.field()));
    }
    rows.writeTo(connection);
    long last = cases.get(cases.size() - 1).ordinal();
    int moved =
        ImportStore.execute(
            connection,
            """
            update event_log_import set cases_published = ?
            where id = ? and status = 'PUBLISHING' and cases_published = ?
            """,
            last,
            of.id(),
            published);
    if (moved != 1) {
      throw new IllegalStateException("import " + of.id() + " is being published elsewhere");
    }
    return last;
  }

  /** The next cases: at least one, and no more than the bounds of a chunk allow. */
  private static List<StagedCase> cases(Connection connection, long importId, long published)
      throws SQLException {
    List<StagedCase> cases = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select c.* from (
              select *, sum(events) over (order by ordinal) - events as before
              from import_case where import_id = ? and ordinal > ? and ordinal <= ?) c
            where before < ? order by ordinal
            """)) {
      statement.setLong(1, importId);
      statement.setLong(2, published);
      statement.setLong(3, published + CHUNK_CASES);
      statement.setLong(4, CHUNK_EVENTS);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          cases.add(stagedCase(row));
        }
      }
    }
    return cases;
  }

  private static StagedCase stagedCase(ResultSet row) throws SQLException {
    return new StagedCase(
        row.getLong("ordinal"),
        row.getString("case_id"),
        row.getObject("trace", Integer.class),
        ImportStore.instant(row, "received_at"),
        ImportStore.instant(row, "due_at"),
        ImportStore.instant(row, "finished_at"),
        row.getString("outcome"),
        ImportStore.instant(row, "closed_at"),
        row.getString("close_reason"),
        row.getString("unit_code"),
        row.getString("field_code"),
        row.getString("channel"),
        new ArrayList<>());
  }

  /**
   * Adds the events to their cases. Cases are numbered in the order of their ids, so those of a
   * chunk lie between two ids and one range of the index has all their events.
   */
  private static void events(Connection connection, long importId, List<StagedCase> cases)
      throws SQLException {
    Map<String, StagedCase> byId = new HashMap<>();
    cases.forEach(staged -> byId.put(staged.caseId(), staged));
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select case_id, trace, occurred_at, activity, actor from import_event
            where import_id = ? and case_id between ? and ?
              and kind = 'E' and occurred_at is not null
            order by case_id, occurred_at, position
            """)) {
      statement.setLong(1, importId);
      statement.setString(2, cases.get(0).caseId());
      statement.setString(3, cases.get(cases.size() - 1).caseId());
      statement.setFetchSize(2_000);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          StagedCase staged = byId.get(row.getString("case_id"));
          if (staged != null && staged.has(row.getInt("trace"))) {
            staged
                .events()
                .add(
                    new StagedCase.Step(
                        ImportStore.instant(row, "occurred_at"),
                        row.getString("activity"),
                        row.getString("actor")));
          }
        }
      }
    }
  }

  private static Void activate(Connection connection, EventLogImport of, Instant now)
      throws SQLException {
    ImportStore.execute(
        connection,
        """
        update dataset set status = 'ACTIVE', clock_end = ?, activated_at = ?
        where id = ? and status = 'STAGING'
        """,
        Timestamp.from(of.clockEnd()),
        Timestamp.from(now),
        of.datasetId());
    ImportStore.execute(
        connection,
        "update event_log_import set status = ?, ended_at = ? where id = ?",
        ImportStatus.ACTIVE.name(),
        Timestamp.from(now),
        of.id());
    return null;
  }
}
