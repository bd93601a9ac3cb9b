package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.figures.RollUp;
import vn.motcua.analytics.job.watch.AlertRow;

/**
 * One generation of the read model in PostgreSQL. Rows are written as absolute values, so writing
 * them twice does no harm.
 *
 * <p>Holds a lock of its own while connected: two writers of one generation would overwrite each
 * other's figures.
 */
final class ReadModelDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ReadModelDatabase.class);
  private static final String UNIQUE_VIOLATION = "23505";
  private static final int LOCK = 0x4D43_4647;

  /** The channel on which every write is told, with the datasets whose board it changed. */
  private static final String CHANNEL = "figures";

  /** A notification is short: where more changed at once, all are meant. */
  private static final int MOST_DATASETS_TOLD = 500;

  private static final String INSERT_SET_ASIDE =
      """
      insert into dead_letter (generation, topic, partition, position, reason, dossier_id)
      values (?, ?, ?, ?, ?, nullif(?, 0))
      on conflict (generation, topic, partition, position) do nothing
      """;

  private static final String UPSERT_POSITION =
      """
      insert into stream_position as p (generation, time, flushed_at)
      values (?, timestamptz 'epoch' + ? * interval '1 millisecond', clock_timestamp())
      on conflict (generation)
      do update set time = greatest(p.time, excluded.time), flushed_at = excluded.flushed_at
      """;

  private final int generation;
  private final Connection connection;

  /**
   * @throws SQLException when the database cannot be reached, or another writer is connected
   */
  ReadModelDatabase(DatabaseAddress address, int generation) throws SQLException {
    this.generation = generation;
    connection = address.connect();
    try {
      lock();
      connection.setAutoCommit(false);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void lock() throws SQLException {
    try (PreparedStatement lock =
        connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
      lock.setInt(1, LOCK);
      lock.setInt(2, generation);
      try (ResultSet result = lock.executeQuery()) {
        result.next();
        if (!result.getBoolean(1)) {
          throw new SQLException(
              "Another writer of generation %d is connected".formatted(generation));
        }
      }
    }
  }

  /**
   * When this generation was last written to, by the database's clock in UTC milliseconds, rounded
   * up; {@link Entry#NONE} if never.
   */
  long lastWrite() throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select ceil(extract(epoch from flushed_at) * 1000)::bigint"
                + " from stream_position where generation = ?")) {
      select.setInt(1, generation);
      long flushedAt;
      try (ResultSet result = select.executeQuery()) {
        flushedAt = result.next() ? result.getLong(1) : Entry.NONE;
      }
      connection.rollback();
      return flushedAt;
    }
  }

  /**
   * Writes rows and position in one transaction.
   *
   * @param time all that was recorded before is included, UTC milliseconds; {@link Entry#NONE} to
   *     leave the position alone
   */
  void write(
      Map<Cell, long[]> cells,
      Collection<DossierRow> dossiers,
      Collection<AlertRow> alerts,
      Collection<SetAside> setAside,
      long time)
      throws SQLException {
    RowBatch rows = new RowBatch();
    rows.cells.putAll(cells);
    dossiers.forEach(row -> rows.dossiers.put(row.dossierId, row));
    alerts.forEach(row -> rows.alerts.put(row.id(), row));
    setAside.forEach(row -> rows.setAside.put(row.place(), row));
    write(rows, time);
  }

  /**
   * The same. Where a row that should be the first of its cell or dossier is not, all of them are
   * written as any others.
   */
  void write(RowBatch rows, long time) throws SQLException {
    try {
      writeAll(rows, time);
    } catch (SQLException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSQLState()) || !rows.hasFresh()) {
        throw e;
      }
      LOG.warn("Rows that should be new are there already, they are merged: {}", e.toString());
      // A copy: whoever gave the rows may be reading them for a checkpoint.
      RowBatch all = new RowBatch();
      all.putBefore(rows);
      all.forgetFresh();
      writeAll(all, time);
    }
  }

  private void writeAll(RowBatch rows, long time) throws SQLException {
    try {
      if (rows.takesOver) {
        RowsAside.takeOver(connection, generation);
      }
      writeFreshCells(rows.freshCells);
      writeFreshDossiers(List.copyOf(rows.freshDossiers.values()));
      writeCells(rows.cells);
      writeDossiers(List.copyOf(rows.dossiers.values()));
      writeAlerts(List.copyOf(rows.alerts.values()));
      writeSetAside(rows.setAside.values());
      if (time != Entry.NONE) {
        writePosition(time);
      }
      ring(rows);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      rollbackQuietly(e);
      throw e;
    }
  }

  private void writeFreshCells(Map<Cell, long[]> cells) throws SQLException {
    for (RollUp rollUp : RollUp.values()) {
      List<Map.Entry<Cell, long[]>> all = of(rollUp, cells);
      if (all.size() >= BulkRows.WORTHWHILE) {
        new BulkRows(connection, generation).copyCells(rollUp, all);
      } else {
        writeCells(rollUp, all);
      }
    }
  }

  private void writeFreshDossiers(List<DossierRow> rows) throws SQLException {
    if (rows.size() >= BulkRows.WORTHWHILE) {
      new BulkRows(connection, generation).copyDossiers(rows);
    } else {
      writeDossiers(rows);
    }
  }

  private static List<Map.Entry<Cell, long[]>> of(RollUp rollUp, Map<Cell, long[]> cells) {
    return cells.entrySet().stream().filter(row -> row.getKey().rollUp() == rollUp).toList();
  }

  private void rollbackQuietly(Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void writeCells(Map<Cell, long[]> cells) throws SQLException {
    for (RollUp rollUp : RollUp.values()) {
      List<Map.Entry<Cell, long[]>> all = of(rollUp, cells);
      if (all.size() >= BulkRows.WORTHWHILE) {
        new BulkRows(connection, generation).writeCells(rollUp, all);
      } else {
        writeCells(rollUp, all);
      }
    }
  }

  /** Few. */
  private void writeCells(RollUp rollUp, List<Map.Entry<Cell, long[]>> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    if (rollUp == RollUp.INDICATORS) {
      IndicatorTable.write(connection, generation, rows);
    } else {
      CellTable.of(rollUp).write(connection, generation, rows);
    }
  }

  /**
   * Tells whoever listens that figures changed, once this transaction is committed; of a generation
   * that nobody is shown there is nothing to tell.
   */
  private void ring(RowBatch rows) throws SQLException {
    List<String> datasets =
        Stream.concat(rows.cells.keySet().stream(), rows.freshCells.keySet().stream())
            .filter(cell -> cell.rollUp() == RollUp.BOARD)
            .map(cell -> String.valueOf(cell.datasetId()))
            .distinct()
            .toList();
    try (PreparedStatement notify =
        connection.prepareStatement(
            "select pg_notify(?, ?) from read_model where active_generation = ?")) {
      notify.setString(1, CHANNEL);
      boolean all = rows.takesOver || datasets.size() > MOST_DATASETS_TOLD;
      notify.setString(2, all ? "*" : String.join(" ", datasets));
      notify.setInt(3, generation);
      notify.execute();
    }
  }

  private void writeDossiers(List<DossierRow> rows) throws SQLException {
    if (rows.size() >= BulkRows.WORTHWHILE) {
      new BulkRows(connection, generation).writeDossiers(rows);
    } else if (!rows.isEmpty()) {
      DossierTable.write(connection, generation, rows);
    }
  }

  private void writeAlerts(List<AlertRow> rows) throws SQLException {
    if (rows.size() >= BulkRows.WORTHWHILE) {
      new BulkRows(connection, generation).writeAlerts(rows);
    } else if (!rows.isEmpty()) {
      AlertTable.write(connection, generation, rows);
    }
  }

  private void writeSetAside(Collection<SetAside> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT_SET_ASIDE)) {
      for (SetAside row : rows) {
        insert.setInt(1, generation);
        insert.setString(2, row.topic);
        insert.setInt(3, row.partition);
        insert.setLong(4, row.offset);
        insert.setString(5, row.reason);
        insert.setLong(6, row.dossierId);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void writePosition(long time) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(UPSERT_POSITION)) {
      upsert.setInt(1, generation);
      upsert.setLong(2, time);
      upsert.executeUpdate();
    }
  }

  /**
   * Writes rows where nobody sees them, until a later batch takes them over. They count as newer
   * than all that waits there.
   */
  static void putAside(DatabaseAddress address, int generation, RowBatch rows) throws SQLException {
    try (ReadModelDatabase aside = new ReadModelDatabase(address, RowsAside.of(generation))) {
      aside.write(rows, Entry.NONE);
    }
  }

  /** Ends the connection although another thread still writes; what it wrote is rolled back. */
  void abort() throws SQLException {
    connection.abort(Runnable::run);
  }

  @Override
  public void close() throws SQLException {
    // The server ends a session some time after it was left; the next writer should not wait.
    try (connection;
        Statement unlock = connection.createStatement()) {
      unlock.execute("select pg_advisory_unlock_all()");
    }
  }
}
