package vn.motcua.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** One server of the platform, with the verbs that people and fault tests need. */
public final class Component {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final int ATTEMPTS = 100;
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  private final Server server;
  private final Path record;
  private final Path logFile;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile GuardedProcess process;
  private volatile boolean wanted;
  private volatile Duration startTime = Duration.ZERO;

  Component(Server server, Home home) {
    this.server = server;
    this.record = home.processRecord(server.name());
    this.logFile = home.log(server.name());
  }

  /** A second process of a part, with a log of its own. */
  Component(Server server, Home home, String second) {
    this.server = server;
    this.record = home.processRecord(server.name(), second);
    this.logFile = home.log(server.name(), second);
  }

  /** Which of the platform's parts this is. */
  public ComponentName name() {
    return server.name();
  }

  /**
   * Starts it and returns when it is ready; does nothing when it runs.
   *
   * @throws PlatformException when it ends or is not ready in time; names its log
   */
  public void start() {
    wanted = true;
    startIfWanted();
  }

  /** Starts it unless it runs or somebody has stopped it on purpose. */
  void startIfWanted() {
    lock.lock();
    try {
      if (wanted && !isRunning()) {
        launch();
      }
    } catch (IOException e) {
      throw failed("không khởi động được", "could not be started: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  /** Ends it in order: it finishes what it does, within its grace. Returns when it is gone. */
  public void stop() {
    wanted = false;
    // Outside the lock on purpose: a stop must be able to cut a start short.
    GuardedProcess current = process;
    if (current != null && current.isAlive()) {
      current.stop();
    }
  }

  /**
   * Kills it at once, as a failure would. A supervised platform then starts it again by itself;
   * else {@link #restart()} does.
   */
  public void kill() {
    GuardedProcess current = process;
    if (current != null) {
      current.kill();
    }
  }

  /** Ends it if it runs, and starts it again on the same data. */
  public void restart() {
    stop();
    start();
  }

  /** Whether its process exists. */
  public boolean isRunning() {
    GuardedProcess current = process;
    return current != null && current.isAlive();
  }

  /** Whether it runs and answers as it should. */
  public boolean isHealthy() {
    return isRunning() && server.isReady();
  }

  /** Whether it has ended although nobody stopped it. */
  boolean isMissing() {
    return wanted && !isRunning() && !lock.isLocked();
  }

  /** Process id of the server itself (not of its guardian). */
  public long pid() {
    return process.pid();
  }

  /** How long its last start took until it was ready. */
  public Duration startTime() {
    return startTime;
  }

  private void launch() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        launchOnce();
        return;
      } catch (PlatformException ended) {
        // What a killed server left behind may need a moment to be gone.
        if (attempt == ATTEMPTS || !wanted || !server.isInItsOwnWay()) {
          throw ended;
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  private void launchOnce() throws IOException {
    long begin = System.nanoTime();
    server.prepare();
    RotatingLog log = new RotatingLog(logFile, LOG_LIMIT_BYTES);
    GuardedProcess started = GuardedProcess.start(server.command(), record, log, server::hear);
    process = started;
    awaitReady(started, log);
    server.completeStart();
    startTime = Duration.ofNanos(System.nanoTime() - begin);
  }

  private void awaitReady(GuardedProcess started, RotatingLog log) {
    long deadline = System.nanoTime() + server.patience().toNanos();
    while (!server.isReady()) {
      if (started.awaitEnd(POLL)) {
        throw failed("đã dừng khi đang khởi động", "ended while starting: " + lastOf(log), null);
      }
      if (System.nanoTime() > deadline) {
        started.stop();
        throw failed("chưa sẵn sàng sau thời gian chờ", "was not ready in time", null);
      }
    }
  }

  private static String lastOf(RotatingLog log) {
    var lines = log.lastLines();
    return lines.isEmpty() ? "no output" : lines.getLast();
  }

  private PlatformException failed(String vietnamese, String english, Throwable cause) {
    return new PlatformException(
        name().title() + " " + vietnamese + "; xem " + logFile,
        name().title() + " " + english + "; see " + logFile,
        cause);
  }
}
