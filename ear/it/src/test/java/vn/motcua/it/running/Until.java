package vn.motcua.it.running;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition. */
public final class Until {

  private static final long LOOK_AGAIN_NANOS = 100_000_000L;

  private Until() {}

  /** The first value that fits; the last one seen stands in the failure. */
  public static <T> T is(Duration longest, Supplier<T> value, Predicate<T> fits) {
    long end = System.nanoTime() + longest.toNanos();
    Object seen;
    Throwable last = null;
    do {
      try {
        T now = value.get();
        if (fits.test(now)) {
          return now;
        }
        seen = now;
        last = null;
      } catch (RuntimeException e) {
        seen = e; // what is being waited for may not answer yet
        last = e;
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    } while (System.nanoTime() < end);
    throw new AssertionError("Not within " + longest + "; last seen: " + seen, last);
  }
}
