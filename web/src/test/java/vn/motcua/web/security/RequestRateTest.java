package vn.motcua.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestRateTest {

  private static final Instant NOW = Instant.parse("2026-11-21T01:00:00Z");

  private final RequestRate rate = new RequestRate(2, 5);

  @Test
  void permitsABurstAndThenTheRate() {
    assertThat(permitted("a", NOW, 10)).isEqualTo(5);
    assertThat(permitted("a", NOW.plusMillis(400), 10)).isZero();
    assertThat(permitted("a", NOW.plusMillis(500), 10)).isEqualTo(1);
    assertThat(permitted("a", NOW.plusSeconds(60), 10)).isEqualTo(5);
  }

  @Test
  void countsEachAddressByItself() {
    assertThat(permitted("a", NOW, 10)).isEqualTo(5);
    assertThat(permitted("b", NOW, 10)).isEqualTo(5);
  }

  @Test
  void aClockThatRunsBackGivesNothing() {
    assertThat(permitted("a", NOW, 5)).isEqualTo(5);
    assertThat(permitted("a", NOW.minusSeconds(60), 5)).isZero();
  }

  @Test
  void askingWhetherItWouldPermitCountsNothing() {
    assertThat(permitted("a", NOW, 4)).isEqualTo(4);
    assertThat(rate.wouldPermit("a", NOW)).isTrue();
    assertThat(rate.wouldPermit("a", NOW)).isTrue();
    assertThat(permitted("a", NOW, 1)).isEqualTo(1);
    assertThat(rate.wouldPermit("a", NOW)).isFalse();
  }

  private int permitted(String address, Instant now, int requests) {
    int permitted = 0;
    for (int i = 0; i < requests; i++) {
      if (rate.permits(address, now)) {
        permitted++;
      }
    }
    return permitted;
  }
}
