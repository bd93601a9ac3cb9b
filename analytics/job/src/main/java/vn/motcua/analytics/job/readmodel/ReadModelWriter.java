package vn.motcua.analytics.job.readmodel;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.facts.Entry;

/**
 * Collects the last value of each row and writes them, with the position, in one transaction: soon
 * after the first, when many have come, and at every checkpoint.
 *
 * <p><b>Few and many.</b> Few rows are written at once. Many, while the log is being caught up
 * with, are written by a thread beside, one batch after the other, while the next ones are
 * collected: so neither the stream nor the database waits for the other. What a checkpoint finds
 * unwritten, or on its way, lies in the checkpoint.
 *
 * <p><b>Holding back.</b> After a start the log is read again from before the last write, and
 * values on the way are older than those in the database. So nothing is written until the stream's
 * time has reached the last write; until then the figures simply keep their age. Where that takes
 * long, as when all of the log is read again, more rows come together than there is memory: then
 * they wait in the database, where nobody sees them ({@link RowsAside}).
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
  private static final int MOST_ROWS = 400_000;

  private final DatabaseAddress address;
  private final int generation;
  private final int mostHeld;
  private final ProcessingTimeService clock;
  private final MailboxExecutor mailbox;

  private RowBatch collected = new RowBatch();

  /** On its way into the database; null while none is. */
  private WriteUnderWay underWay;

  private ReadModelDatabase database;
  private long watermark = Watermark.MAX_WATERMARK.getTimestamp();
  private boolean timeKnown;
  private long writtenPosition = Entry.NONE;
  private long heldUntil;
  private boolean heldUntilKnown;

  /** This writer is the first of its generation: what the stream calls fresh is new here too. */
  private boolean first;

  /** Whether what a former job, or this one, put aside has been looked for. */
  private boolean tookOver;

  private long lastWrite;
  private long failingSince = Entry.NONE;
  private long wakeUp = Entry.NONE;

  /**
   * @param mostHeld so many rows are kept in memory while they are held back
   */
  ReadModelWriter(
      DatabaseAddress address,
      int generation,
      int mostHeld,
      ProcessingTimeService clock,
      MailboxExecutor mailbox) {
    this.address = address;
    this.generation = generation;
    this.mostHeld = mostHeld;
    this.clock = clock;
    this.mailbox = mailbox;
  }

  @Override
  public void write(ReadModelRow row, Context context) throws IOException {
    collect(row);
    if (collected.size() >= Math.min(MOST_ROWS, mostHeld) && failingSince == Entry.NONE) {
      awaitUnderWay();
      tryToWrite();
    } else {
      wakeUpIn(ROWS_WAIT);
    }
  }

  void collect(ReadModelRow row) {
    collected.put(row);
  }

  @Override
  public void writeWatermark(Watermark mark) throws IOException {
    watermark = mark.getTimestamp();
    timeKnown = true;
    wakeUpIn(collected.size() == 0 ? POSITION_WAIT : ROWS_WAIT);
  }

  @Override
  public void flush(boolean endOfInput) throws IOException {
    if (endOfInput) {
      awaitUnderWay();
    }
    tryToWrite();
    if (endOfInput) {
      awaitUnderWay();
      if (collected.size() > 0) {
        throw new IOException("Rows are left unwritten at the end of the log");
      }
    }
  }

  @Override
  public List<List<ReadModelRow>> snapshotState(long checkpoint) {
    List<ReadModelRow> unwritten = new ArrayList<>();
    if (underWay != null) {
      unwritten.addAll(underWay.rows().rows());
    }
    unwritten.addAll(collected.rows());
    return unwritten.isEmpty() ? List.of() : List.of(unwritten);
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

  /** Does nothing while a batch is under way: when it has arrived this is called again. */
  private void tryToWrite() throws IOException {
    boolean tooMany = collected.size() >= mostHeld;
    if (underWay != null || !timeKnown && !tooMany || nothingNew()) {
      return;
    }
    try {
      connect();
      if (!timeKnown || watermark < heldUntil - 1) {
        if (tooMany) {
          putAside();
        }
        return;
      }
    } catch (SQLException e) {
      failed(e);
      return;
    }
    if (!first) {
      collected.forgetFresh();
    }
    if (!tookOver) {
      collected.takesOver = true;
      tookOver = true;
    }
    underWay = new WriteUnderWay(collected, position());
    collected = new RowBatch();
    if (underWay.rows().size() < BulkRows.WORTHWHILE) {
      underWay.run(database);
      finish();
    } else {
      underWay.start(database, () -> mailbox.execute(this::arrived, "rows have been written"));
    }
  }

  /** Rows that may not be seen yet, and are too many to be kept here. */
  private void putAside() throws SQLException {
    collected.forgetFresh();
    ReadModelDatabase.putAside(address, generation, collected);
    LOG.info("{} rows wait in the database until they may be shown", collected.size());
    collected = new RowBatch();
    // What comes as the first of its cell may be there already.
    first = false;
  }

  private void arrived() throws IOException {
    if (underWay != null && underWay.isOver()) {
      finish();
      if (failingSince == Entry.NONE) {
        tryToWrite();
      }
    }
  }

  private void awaitUnderWay() throws IOException {
    if (underWay != null) {
      try {
        underWay.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while rows are written", e);
      }
      finish();
    }
  }

  private void finish() throws IOException {
    WriteUnderWay over = underWay;
    underWay = null;
    if (over.failure() == null) {
      writtenPosition = over.position();
      lastWrite = clock.getCurrentProcessingTime();
      if (failingSince != Entry.NONE) {
        LOG.warn("The read model can be written again");
        failingSince = Entry.NONE;
      }
    } else {
      collected.putBefore(over.rows());
      failed(over.failure());
    }
  }

  private boolean nothingNew() {
    return collected.size() == 0 && writtenPosition == position();
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
      first = heldUntil == Entry.NONE;
      if (first) {
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
    if (underWay != null) {
      underWay.abandon(database);
    }
    disconnect();
  }
}
