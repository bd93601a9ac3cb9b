package vn.motcua.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestedDayTest {

  private final RequestedDay day =
      new RequestedDay(InstantSource.fixed(Instant.parse("2026-11-20T17:30:00Z")));

  @Test
  void todayIsTheCitysDay() {
    assertThat(day.of(null)).isEqualTo("2026-11-21");
    assertThat(day.of(" ")).isEqualTo("2026-11-21");
    assertThat(day.of("2025-07-01")).isEqualTo("2025-07-01");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/7/2025", "2025-02-30", "+999999999-12-31", "0001-01-01"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> day.of(text))
        .isInstanceOfSatisfying(
            BadDay.class,
            failure -> {
              assertThat(failure.httpStatus()).isEqualTo(400);
              assertThat(failure.message(Locale.ROOT)).contains(text);
            });
  }
}
