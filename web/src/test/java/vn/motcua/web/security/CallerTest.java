package vn.motcua.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost, false, true",
    "127.0.0.1, 127.0.0.1, false, true",
    "0:0:0:0:0:0:0:1, [::1], false, true",
    "::1, LOCALHOST, false, true",
    "192.168.1.5, localhost, false, false",
    "127.0.0.1, demo.example.vn, false, false",
    "127.0.0.1, localhost, true, false",
    "127.0.0.1, localhost.example.vn, false, false"
  })
  void onlyThisMachineItself(
      String address, String serverName, boolean forwarded, boolean expected) {
    assertThat(new Caller(address, serverName, forwarded).onThisMachine()).isEqualTo(expected);
  }
}
