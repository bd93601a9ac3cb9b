package vn.motcua.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSizeTest {

  @Test
  void emptyIsTheUsual() {
    assertThat(PageSize.of(null, 20)).isEqualTo(20);
    assertThat(PageSize.of("", 20)).isEqualTo(20);
    assertThat(PageSize.of("7", 20)).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "1.5", "99999999999"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> PageSize.of(text, 20)).isInstanceOf(BadPageSize.class);
  }
}
