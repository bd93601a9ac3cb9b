package vn.motcua.analytics.job.readmodel;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.facts.Entry;

/** One batch of rows, with the position they lead to, on its way into the database. */
final class WriteUnderWay {

  private static final Logger LOG = LoggerFactory.getLogger(WriteUnderWay.class);

  /** How long a job that ends waits for a batch, milliseconds. */
  private static final long LAST_WAIT = 10_000;

  private final RowBatch rows;
  private final long position;
  private Thread thread;

  /** Until it is known that all was written, nothing was. */
  private SQLException failure = new SQLException("The rows were not written to the end");

  /** Written last by the thread, read first by the others: so they see the failure too. */
  private volatile boolean over;

  WriteUnderWay(RowBatch rows, long position) {
    this.rows = rows;
    this.position = position;
  }

  RowBatch rows() {
    return rows;
  }

  /** {@link Entry#NONE} where the position is left alone. */
  long position() {
    return position;
  }

  /** Writes now. */
  void run(ReadModelDatabase database) {
    try {
      database.write(rows, position);
      failure = null;
    } catch (SQLException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new SQLException("The rows could not be written", e);
    } finally {
      over = true;
    }
  }

  /**
   * Writes in a thread of its own.
   *
   * @param then called by that thread at the end
   */
  void start(ReadModelDatabase database, Runnable then) {
    thread =
        Thread.ofPlatform()
            .daemon()
            .name("motcua-read-model")
            .start(
                () -> {
                  run(database);
                  try {
                    then.run();
                  } catch (RuntimeException e) {
                    // The job ends and takes no more messages: nobody waits for this batch.
                    LOG.debug("Rows were written for nobody", e);
                  }
                });
  }

  boolean isOver() {
    return over;
  }

  void await() throws InterruptedException {
    if (thread != null) {
      thread.join();
    }
  }

  /** Null when all was written. To be asked when it {@link #isOver()}. */
  SQLException failure() {
    return failure;
  }

  /**
   * Waits a while for the end, then cuts the connection: nobody else can write this generation
   * while it lives.
   */
  void abandon(ReadModelDatabase database) {
    if (thread == null) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      thread.join(LAST_WAIT);
      if (thread.isAlive()) {
        database.abort();
        thread.join(LAST_WAIT);
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (SQLException e) {
      LOG.debug("Connection was gone already", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
