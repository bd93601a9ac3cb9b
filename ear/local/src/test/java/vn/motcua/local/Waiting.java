package vn.motcua.local;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, in tests. */
final class Waiting {
  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private Waiting() {}

  /** Returns as soon as the condition holds; fails when it does not hold in time. */
  static void until(Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Not within " + patience);
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
  }
}
