package vn.motcua.database;

import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;

/**
 * Work that goes on for as long as the server runs, on a thread of its own. Whatever ends it (the
 * database, Kafka), it begins again a second later; the same trouble is told once.
 */
public final class KeptRunning {

  private static final System.Logger LOG = System.getLogger(KeptRunning.class.getName());
  private static final long PAUSE_NANOS = 1_000_000_000L;
  private static final long LAST_MILLIS = 5_000;

  private final String name;
  private final Work work;
  private Thread thread;
  private volatile boolean wanted;

  /** One run of the work: looks whether it is still wanted, and may end by any failure. */
  public interface Work {
    void go() throws SQLException, ExecutionException, InterruptedException;
  }

  /**
   * @param name what it is, in a log line and as the thread's name
   */
  public KeptRunning(String name, Work work) {
    this.name = name;
    this.work = work;
  }

  /**
   * @param threads of the server, so that the work can call beans
   */
  public void begin(ThreadFactory threads) {
    wanted = true;
    thread = threads.newThread(this::keepRunning);
    thread.setName("motcua-" + name);
    thread.start();
  }

  /** Returns when the thread has ended, or after five seconds. */
  public void end() {
    wanted = false;
    thread.interrupt();
    try {
      thread.join(LAST_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the server still runs. */
  public boolean isWanted() {
    return wanted;
  }

  /** A second, or less when it is ended. */
  public void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }

  private void keepRunning() {
    String lastTrouble = "";
    while (wanted) {
      try {
        work.go();
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | ExecutionException | RuntimeException e) {
        String trouble = String.valueOf(e.getMessage());
        if (wanted && !trouble.equals(lastTrouble)) {
          LOG.log(System.Logger.Level.INFO, "{0} begins again: {1}", name, trouble);
          lastTrouble = trouble;
        }
        pause();
      }
    }
  }
}
