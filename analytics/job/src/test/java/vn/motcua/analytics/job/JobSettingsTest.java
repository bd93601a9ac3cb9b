package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSettingsTest {

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "MOTCUA_DB_URL", "jdbc:postgresql://db/motcua",
              "MOTCUA_DB_USER", "figures",
              "MOTCUA_KAFKA_BOOTSTRAP", "kafka:9092",
              "MOTCUA_CHECKPOINT_DIR", "/data/checkpoints"));

  @Test
  void has_defaults_where_there_is_a_sensible_one() {
    JobSettings settings = JobSettings.from(environment);
    assertThat(settings.generation()).isEqualTo(1);
    assertThat(settings.parallelism()).isEqualTo(2);
    assertThat(settings.database().password()).isEmpty();
  }

  @Test
  void generations_do_not_share_checkpoints() {
    environment.put("MOTCUA_GENERATION", "2");
    assertThat(JobSettings.from(environment).checkpointsOfGeneration())
        .hasToString("/data/checkpoints/generation-2-state-4");
  }

  @Test
  void says_which_variable_is_missing_or_wrong() {
    environment.put("MOTCUA_GENERATION", "none");
    assertThatThrownBy(() -> JobSettings.from(environment))
        .hasMessageContaining("MOTCUA_GENERATION");
    environment.remove("MOTCUA_KAFKA_BOOTSTRAP");
    assertThatThrownBy(() -> JobSettings.from(environment))
        .hasMessageContaining("Thiếu biến môi trường MOTCUA_KAFKA_BOOTSTRAP");
  }

  @Test
  void the_password_stays_out_of_logs() {
    environment.put("MOTCUA_DB_PASSWORD", "secret");
    assertThat(JobSettings.from(environment).toString()).doesNotContain("secret");
  }
}
