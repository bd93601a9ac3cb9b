package vn.motcua.analytics.job.readmodel;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.watch.AlertRow;

/**
 * Collects the last value of each row and writes them, with the position, in one transaction: soon
 * after the first, when many have come, and at every checkpoint.
 *
 * <p><b>Holding back.</b> After a start the log is read again from before the last write, and
 * values on the way are older than those in the database. So nothing is written until the stream's
 * time has reached the last write; until then the figures simply keep their age.
 *
 * <p><b>Losing the database.</b> Rows stay here, and in checkpoints, while writing is tried again;
 * after {@link #PATIENCE} the job fails and starts again from a checkpoint.
 */
final class ReadModelWriter implements StatefulSinkWriter<ReadModelRow, List<ReadModelRow>> {

  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(ReadModelWriter.class);
  private static final long ROWS_WAIT = 50;
  private static final long POSITION_WAIT = 200;
  private static final long RETRY_WAIT = 500;
  private static final int MOST_ROWS = 150_000;

  private final DatabaseAddress address;
  private final int generation;
  private final ProcessingTimeService clock;
  private final Map<Cell, long[]> cells = new HashMap<>();
  private final Map<Long, DossierRow> dossiers = new HashMap<>();
  private final Map<String, SetAside> setAside = new HashMap<>();
  private final Map<UUID, AlertRow> alerts = new HashMap<>();

  private ReadModelDatabase database;
  private long watermark = Watermark.MAX_WATERMARK.getTimestamp();
  private boolean timeKnown;
  private long writtenPosition = Entry.NONE;
  private long heldUntil;
  private boolean heldUntilKnown;
  private long lastWrite;
  private long failingSince = Entry.NONE;
  private long wakeUp = Entry.NONE;

  ReadModelWriter(DatabaseAddress address, int generation, ProcessingTimeService clock) {
    this.address = address;
    this.generation = generation;
    this.clock = clock;
  }

  @Override
  public void write(ReadModelRow row, Context context) throws IOException {
    collect(row);
    if (unwritten() >= MOST_ROWS && failingSince == Entry.NONE) {
      tryToWrite();
    } else {
      wakeUpIn(ROWS_WAIT);
    }
  }

  void collect(ReadModelRow row) {
    if (row.cell != null) {
      cells.put(row.cell, row.counts);
    } else if (row.dossier != null) {
      dossiers.put(row.dossier.dossierId, row.dossier);
    } else if (row.alert != null) {
      alerts.put(row.alert.id(), row.alert);
    } else {
      setAside.put(row.setAside.place(), row.setAside);
    }
  }

  @Override
  public void writeWatermark(Watermark mark) throws IOException {
    watermark = mark.getTimestamp();
    timeKnown = true;
    wakeUpIn(unwritten() == 0 ? POSITION_WAIT : ROWS_WAIT);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    tryToWrite();
    if (endOfInput && unwritten() > 0) {
      throw new IOException("Rows are left unwritten at the end of the log");
    }
  }

  @Override
  public List<List<ReadModelRow>> snapshotState(long checkpoint) {
    if (unwritten() == 0) {
      return List.of();
    }
    List<ReadModelRow> unwritten = new ArrayList<>(unwritten());
    cells.forEach((cell, counts) -> unwritten.add(ReadModelRow.of(cell, counts)));
    dossiers.values().forEach(dossier -> unwritten.add(ReadModelRow.of(dossier)));
    alerts.values().forEach(row -> unwritten.add(ReadModelRow.of(row)));
    setAside.values().forEach(row -> unwritten.add(ReadModelRow.of(row)));
    return List.of(unwritten);
  }

  /** At most one wake-up is pending: the first one asked for. */
  private void wakeUpIn(long milliseconds) {
    if (wakeUp == Entry.NONE) {
      long now = clock.getCurrentProcessingTime();
      wakeUp =
          failingSince == Entry.NONE ? Math.max(now, lastWrite + milliseconds) : now + RETRY_WAIT;
      clock.registerTimer(
          wakeUp,
          time -> {
            wakeUp = Entry.NONE;
            tryToWrite();
          });
    }
  }

  private void tryToWrite() throws IOException {
    if (!timeKnown || nothingNew()) {
      return;
    }
    try {
      connect();
      if (watermark < heldUntil - 1) {
        return;
      }
      database.write(cells, dossiers.values(), alerts.values(), setAside.values(), position());
      cells.clear();
      dossiers.clear();
      alerts.clear();
      setAside.clear();
      writtenPosition = position();
      lastWrite = clock.getCurrentProcessingTime();
      if (failingSince != Entry.NONE) {
        LOG.warn("The read model can be written again");
        failingSince = Entry.NONE;
      }
    } catch (SQLException e) {
      failed(e);
    }
  }

  private int unwritten() {
    return cells.size() + dossiers.size() + alerts.size() + setAside.size();
  }

  private boolean nothingNew() {
    return unwritten() == 0 && writtenPosition == position();
  }

  /** At the end of a bounded log time is endless, which is no position. */
  private long position() {
    return watermark == Watermark.MAX_WATERMARK.getTimestamp() ? writtenPosition : watermark + 1;
  }

  private void connect() throws SQLException {
    if (database == null) {
      database = new ReadModelDatabase(address, generation);
    }
    if (!heldUntilKnown) {
      heldUntil = database.lastWrite();
      heldUntilKnown = true;
      if (heldUntil == Entry.NONE) {
        heldUntil = Entry.NONE + 1;
      }
    }
  }

  private void failed(SQLException cause) throws IOException {
    long now = clock.getCurrentProcessingTime();
    if (failingSince == Entry.NONE) {
      LOG.warn("The read model cannot be written, will try again: {}", cause.toString());
      failingSince = now;
    }
    disconnect();
    if (now - failingSince > PATIENCE.toMillis()) {
      throw new IOException("The read model could not be written for " + PATIENCE, cause);
    }
    wakeUpIn(RETRY_WAIT);
  }

  private void disconnect() {
    if (database != null) {
      try {
        database.close();
      } catch (SQLException e) {
        LOG.debug("Connection was gone already", e);
      }
      database = null;
    }
  }

  @Override
  public void close() {
    disconnect();
  }
}
