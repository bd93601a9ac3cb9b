package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Work goes on through failures, until it is ended. */
class KeptRunningTest {

  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch third = new CountDownLatch(3);
  private final AtomicReference<Thread> thread = new AtomicReference<>();
  private final KeptRunning kept = new KeptRunning("test", this::work);

  @Test
  void begins_again_after_any_failure_and_ends_when_told() throws Exception {
    kept.begin(Thread::new);
    assertThat(third.await(2, TimeUnit.MINUTES)).as("begun thrice").isTrue();
    assertThat(kept.isWanted()).isTrue();
    kept.end();
    assertThat(kept.isWanted()).isFalse();
    assertThat(thread.get().isAlive()).isFalse();
    assertThat(thread.get().getName()).isEqualTo("motcua-test");
    assertThat(begun.get()).isEqualTo(3);
  }

  private void work() throws SQLException {
    thread.set(Thread.currentThread());
    int run = begun.incrementAndGet();
    third.countDown();
    if (run == 1) {
      throw new SQLException("The database is away");
    }
    if (run == 2) {
      throw new IllegalStateException("so is Kafka");
    }
    while (kept.isWanted()) {
      kept.pause();
    }
  }
}
