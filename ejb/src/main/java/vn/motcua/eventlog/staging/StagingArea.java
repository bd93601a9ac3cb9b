package vn.motcua.eventlog.staging;

import java.sql.SQLException;
import vn.motcua.eventlog.store.ImportStore;
import vn.motcua.eventlog.store.Transactions;

/**
 * Empties what an import has staged, in pieces: long transactions would hold the log's relay up.
 */
public final class StagingArea {

  private static final int PIECE = 50_000;

  private final Transactions transactions;

  public StagingArea(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Takes away the staged rows and the findings of reading, so that reading can start again. */
  public void beforeParsing(long importId) throws SQLException {
    clear(importId);
    pieces("import_refusal", importId);
  }

  /** Takes away the staged rows; the findings stay with the import. */
  public void clear(long importId) throws SQLException {
    pieces("import_case", importId);
    pieces("import_event", importId);
  }

  /**
   * Freshly filled tables have no statistics yet, and without them PostgreSQL plans for no rows.
   */
  public void analyze() throws SQLException {
    transactions.call(
        connection -> ImportStore.execute(connection, "analyze import_event, import_case"));
  }

  private void pieces(String table, long importId) throws SQLException {
    String sql =
        """
        delete from %1$s where ctid = any (array(
          select ctid from %1$s where import_id = ? limit ?))
        """
            .formatted(table);
    int deleted = PIECE;
    while (deleted == PIECE) {
      deleted =
          transactions.call(connection -> ImportStore.execute(connection, sql, importId, PIECE));
    }
  }
}
