package vn.motcua.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FastClockTest {

  private static final Instant FIRST = Instant.parse("2026-11-20T01:00:00Z");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T11:00:00Z"));
  private final FastClock clock = new FastClock(now::get, FIRST, 1_000);

  @Test
  void runs_at_its_speed_from_its_first_moment() {
    assertThat(clock.instant()).isEqualTo(FIRST);
    pass(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(FIRST.plusSeconds(3_000));
    assertThat(clock.until(FIRST.plusSeconds(4_000))).isEqualTo(Duration.ofSeconds(1));
    assertThat(clock.until(FIRST)).isZero();
  }

  @Test
  void never_overtakes_time() {
    pass(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(now.get());
    assertThat(clock.until(now.get().plusSeconds(5))).isEqualTo(Duration.ofSeconds(5));
  }

  private void pass(Duration duration) {
    now.updateAndGet(moment -> moment.plus(duration));
  }
}
