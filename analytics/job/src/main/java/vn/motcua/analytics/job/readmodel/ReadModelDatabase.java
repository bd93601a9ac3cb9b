package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.figures.RollUp;

/**
 * One generation of the read model in PostgreSQL. Rows are written as absolute values, so writing
 * them twice does no harm.
 *
 * <p>Holds a lock of its own while connected: two writers of one generation would overwrite each
 * other's figures.
 */
final class ReadModelDatabase implements AutoCloseable {

  private static final int LOCK = 0x4D43_4647;
  private static final int ROWS_PER_STATEMENT = 20_000;

  /** The channel on which every write is told, with the datasets whose board it changed. */
  private static final String CHANNEL = "figures";

  /** A notification is short: where more changed at once, all are meant. */
  private static final int MOST_DATASETS_TOLD = 500;

  private static final List<String> MOMENTS =
      List.of(
          "received_at", "due_at", "original_due_at", "overdue_since", "ended_at", "returned_at");

  private static final String UPSERT_DOSSIERS =
      """
      insert into dossier_fact
        (generation, dossier_id, dataset_id, sequence, unit_id, branch_id, field_id, procedure_id,
         channel, class, outcome, %s)
      select ?, u.dossier_id, u.dataset_id, u.sequence, u.unit_id, u.branch_id, u.field_id,
             u.procedure_id, u.channel, u.class, u.outcome, %s
      from unnest(?::bigint[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[],
                  ?::text[], ?::text[], ?::text[]%s)
        as u(dossier_id, dataset_id, sequence, unit_id, branch_id, field_id, procedure_id,
             channel, class, outcome, %s)
      on conflict (generation, dossier_id)
      do update set dataset_id = excluded.dataset_id, sequence = excluded.sequence,
        unit_id = excluded.unit_id, branch_id = excluded.branch_id, field_id = excluded.field_id,
        procedure_id = excluded.procedure_id, channel = excluded.channel, class = excluded.class,
        outcome = excluded.outcome, %s
      """
          .formatted(
              moments("%1$s"),
              moments("timestamptz 'epoch' + u.%1$s * interval '1 millisecond'"),
              ", ?::bigint[]".repeat(MOMENTS.size()),
              moments("%1$s"),
              moments("%1$s = excluded.%1$s"));

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
      Collection<SetAside> setAside,
      long time)
      throws SQLException {
    try {
      writeCells(cells);
      writeDossiers(List.copyOf(dossiers));
      writeSetAside(setAside);
      if (time != Entry.NONE) {
        writePosition(time);
      }
      ring(cells);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      rollbackQuietly(e);
      throw e;
    }
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
      List<Map.Entry<Cell, long[]>> all =
          cells.entrySet().stream().filter(row -> row.getKey().rollUp() == rollUp).toList();
      if (all.size() >= BulkRows.WORTHWHILE) {
        new BulkRows(connection, generation).writeCells(rollUp, all);
        continue;
      }
      for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
        CellTable.of(rollUp)
            .write(
                connection,
                generation,
                all.subList(from, Math.min(all.size(), from + ROWS_PER_STATEMENT)));
      }
    }
  }

  /**
   * Tells whoever listens that figures changed, once this transaction is committed; of a generation
   * that nobody is shown there is nothing to tell.
   */
  private void ring(Map<Cell, long[]> cells) throws SQLException {
    List<String> datasets =
        cells.keySet().stream()
            .filter(cell -> cell.rollUp() == RollUp.BOARD)
            .map(cell -> String.valueOf(cell.datasetId()))
            .distinct()
            .toList();
    try (PreparedStatement notify =
        connection.prepareStatement(
            "select pg_notify(?, ?) from read_model where active_generation = ?")) {
      notify.setString(1, CHANNEL);
      notify.setString(2, datasets.size() > MOST_DATASETS_TOLD ? "*" : String.join(" ", datasets));
      notify.setInt(3, generation);
      notify.execute();
    }
  }

  private void writeDossiers(List<DossierRow> all) throws SQLException {
    if (all.size() >= BulkRows.WORTHWHILE) {
      new BulkRows(connection, generation).writeDossiers(all);
      return;
    }
    for (int from = 0; from < all.size(); from += ROWS_PER_STATEMENT) {
      var rows = all.subList(from, Math.min(all.size(), from + ROWS_PER_STATEMENT));
      try (PreparedStatement upsert = connection.prepareStatement(UPSERT_DOSSIERS)) {
        Columns<DossierRow> columns = new Columns<>(upsert, generation, rows);
        columns.number(row -> row.dossierId);
        columns.number(row -> row.datasetId);
        columns.number(row -> row.sequence);
        columns.number(row -> row.unitId);
        columns.number(row -> row.branchId);
        columns.number(row -> row.fieldId);
        columns.number(row -> row.procedureId);
        columns.text(row -> row.channel.name());
        columns.text(row -> row.standing.name());
        columns.text(row -> row.outcome == null ? null : row.outcome.name());
        columns.moment(row -> row.receivedAt);
        columns.moment(row -> row.dueAt);
        columns.moment(row -> row.originalDueAt);
        columns.moment(row -> row.overdueSince);
        columns.moment(row -> row.endedAt);
        columns.moment(row -> row.returnedAt);
        upsert.executeUpdate();
      }
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

  @Override
  public void close() throws SQLException {
    // The server ends a session some time after it was left; the next writer should not wait.
    try (connection;
        Statement unlock = connection.createStatement()) {
      unlock.execute("select pg_advisory_unlock_all()");
    }
  }

  private static String moments(String template) {
    return MOMENTS.stream().map(template::formatted).collect(Collectors.joining(", "));
  }
}
