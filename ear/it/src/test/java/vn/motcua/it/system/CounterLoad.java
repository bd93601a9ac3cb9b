package vn.motcua.it.system;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.it.running.Counter;

/**
 * A counter that receives all the time, through the service. What the server refuses or loses is
 * not tried again: whether it came into the log is asked of the log.
 */
final class CounterLoad implements AutoCloseable {

  private static final long PAUSE_NANOS = Duration.ofMillis(30).toNanos();
  private static final long AFTER_FAILURE_NANOS = Duration.ofMillis(250).toNanos();

  private final Counter counter = new Counter();
  private final AtomicInteger received = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile boolean running = true;
  private final Thread sender = Thread.ofPlatform().daemon().name("counter").unstarted(this::send);

  void begin() {
    sender.start();
  }

  int received() {
    return received.get();
  }

  int failed() {
    return failed.get();
  }

  private void send() {
    while (running) {
      try {
        counter.receive(counter.next());
        received.incrementAndGet();
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (RuntimeException serverIsAway) {
        failed.incrementAndGet();
        LockSupport.parkNanos(AFTER_FAILURE_NANOS);
      }
    }
  }

  /** Returns when nothing more is on its way. */
  @Override
  public void close() {
    running = false;
    try {
      sender.join(Duration.ofSeconds(70));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
