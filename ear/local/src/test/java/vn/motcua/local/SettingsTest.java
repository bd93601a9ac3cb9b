package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void takesTheDefaultWhereNothingIsSet() {
    assertThat(new Settings(Map.of()).port("MOTCUA_HTTP_PORT", 8080)).isEqualTo(8080);
    assertThat(new Settings(Map.of("MOTCUA_HTTP_PORT", " ")).port("MOTCUA_HTTP_PORT", 8080))
        .isEqualTo(8080);
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "0", "-1", "65536", "80 80"})
  void refusesWhatIsNoPort(String value) {
    Settings settings = new Settings(Map.of("MOTCUA_HTTP_PORT", value));
    assertThatThrownBy(() -> settings.port("MOTCUA_HTTP_PORT", 8080))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("MOTCUA_HTTP_PORT=" + value.strip());
  }

  @Test
  void outsideAddressesReplaceComponents() {
    OutsideAddresses outside =
        new OutsideAddresses(
            Map.of("MOTCUA_DB_URL", "jdbc:postgresql://db/x", "MOTCUA_APP_URL", "http://app:1"));
    assertThat(outside.databaseUrl()).contains("jdbc:postgresql://db/x");
    assertThat(outside.applicationUrl()).contains("http://app:1/");
    assertThat(outside.kafkaBootstrap()).isEmpty();
    assertThat(outside.isFlinkInside()).isTrue();
    assertThatThrownBy(outside::databasePassword).hasMessageContaining("MOTCUA_DB_PASSWORD");
  }
}
