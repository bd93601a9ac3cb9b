package vn.motcua.local;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Runs the job of a rebuild in a process of its own beside that of the figures shown, so that
 * neither takes the other's memory or falls with it. When the rebuilt generation is shown, the
 * ordinary job is started again for it and goes on from the rebuild's last checkpoint; the figures
 * grow a few seconds older meanwhile.
 */
final class Generations implements AutoCloseable {
  /** In the names of the second process's files. */
  static final String REBUILD = "rebuild";

  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Component shown;
  private final FlinkServer shownServer;
  private final Home home;
  private final Addresses addresses;
  private final Progress progress;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("generations").factory());
  private Component rebuild;
  private int rebuilt;

  Generations(
      Component shown, FlinkServer shownServer, Home home, Addresses addresses, Progress progress) {
    this.shown = shown;
    this.shownServer = shownServer;
    this.home = home;
    this.addresses = addresses;
    this.progress = progress;
  }

  /** Looks every second which generations are wanted. */
  void begin() {
    thread.scheduleWithFixedDelay(
        this::look, GLANCE.toMillis(), GLANCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      follow(WantedGenerations.read(addresses));
    } catch (SQLException databaseIsDown) {
      // What runs goes on; it is looked at again.
    } catch (RuntimeException e) {
      progress.step(e.getMessage() + " (again in " + GLANCE.toSeconds() + " s)");
    }
  }

  private synchronized void follow(WantedGenerations wanted) {
    if (thread.isShutdown()) {
      return;
    }
    if (rebuild != null && wanted.rebuilt().orElse(0) != rebuilt) {
      rebuild.stop();
      rebuild = null;
      if (rebuilt != wanted.shown()) {
        forget(rebuilt);
      }
    }
    // Stopped on purpose, it reads what is wanted when it is started again.
    if (shown.isRunning() && shownServer.generation() != wanted.shown()) {
      int former = shownServer.generation();
      progress.step("Figures of generation " + wanted.shown() + " are shown");
      shown.restart();
      forget(former);
    }
    if (wanted.rebuilt().isPresent()) {
      run(wanted.rebuilt().getAsInt());
    }
  }

  private void run(int generation) {
    if (rebuild == null) {
      rebuilt = generation;
      rebuild = new Component(FlinkServer.ofRebuild(home, addresses, generation), home, REBUILD);
      progress.step("Rebuilding the figures into generation " + generation);
      rebuild.start();
    } else {
      rebuild.startIfWanted();
    }
  }

  private void forget(int generation) {
    try {
      shownServer.forget(generation);
    } catch (IOException e) {
      progress.step("Checkpoints of generation " + generation + " are left: " + e.getMessage());
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    synchronized (this) {
      if (rebuild != null) {
        rebuild.stop();
      }
    }
  }
}
