package vn.motcua.local;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts components again that have ended although nobody stopped them. */
final class Supervisor implements AutoCloseable {
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int LONGEST_PAUSE_SECONDS = 30;

  private final Progress progress;
  private final ScheduledExecutorService threads;

  Supervisor(List<Component> components, Progress progress) {
    this.progress = progress;
    this.threads =
        Executors.newScheduledThreadPool(
            Math.max(1, components.size()),
            Thread.ofPlatform().daemon().name("supervisor-", 0).factory());
    components.forEach(component -> lookAfter(component, GLANCE.toMillis(), 0));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void lookAfter(Component component, long delayMillis, int failures) {
    if (!threads.isShutdown()) {
      threads.schedule(() -> look(component, failures), delayMillis, TimeUnit.MILLISECONDS);
    }
  }

  private void look(Component component, int failures) {
    if (!component.isMissing()) {
      lookAfter(component, GLANCE.toMillis(), 0);
      return;
    }
    if (failures == 0) {
      progress.step(component.name().title() + " ended unexpectedly; starting it again");
    }
    try {
      component.startIfWanted();
      progress.step(
          String.format(
              Locale.ROOT,
              "%s is back after %.1f s",
              component.name().title(),
              component.startTime().toMillis() / 1e3));
      lookAfter(component, GLANCE.toMillis(), 0);
    } catch (RuntimeException e) {
      int pause = Math.min(LONGEST_PAUSE_SECONDS, 1 << Math.min(failures, 5));
      progress.step(e.getMessage() + " (again in " + pause + " s)");
      lookAfter(component, pause * 1000L, failures + 1);
    }
  }
}
