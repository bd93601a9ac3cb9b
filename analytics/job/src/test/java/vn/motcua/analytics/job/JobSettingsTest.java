package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
    assertThat(settings.mostHeldRows()).isEqualTo(500_000);
    assertThat(settings.database().password()).isEmpty();
  }

  @Test
  void generations_do_not_share_checkpoints() {
    environment.put("MOTCUA_GENERATION", "2");
    assertThat(JobSettings.from(environment).checkpointsOfGeneration())
        .hasToString("/data/checkpoints/generation-2-state-5");
  }

  @Test
  void backends_do_not_share_checkpoints() {
    environment.put("MOTCUA_STATE_BACKEND", "rocksdb");
    assertThat(JobSettings.from(environment).checkpointsOfGeneration())
        .isEqualTo("/data/checkpoints/generation-1-state-5-rocksdb");
  }

  @Test
  void checkpoints_lie_in_a_folder_or_in_an_object_store() {
    assertThat(JobSettings.from(environment).folderOfGeneration())
        .contains(Path.of("/data/checkpoints/generation-1-state-5"));
    environment.put("MOTCUA_CHECKPOINT_DIR", "s3://figures/checkpoints/");
    JobSettings stored = JobSettings.from(environment);
    assertThat(stored.folderOfGeneration()).isEmpty();
    assertThat(stored.checkpointsOfGeneration())
        .isEqualTo("s3://figures/checkpoints/generation-1-state-5");
  }

  /** The list is what deployments are held against. */
  @Test
  void names_every_variable_that_is_read() {
    Set<String> read = new TreeSet<>();
    JobSettings.from(
        new HashMap<>(environment) {
          @Override
          public String get(Object name) {
            read.add((String) name);
            return super.get(name);
          }

          @Override
          public String getOrDefault(Object name, String otherwise) {
            read.add((String) name);
            return super.getOrDefault(name, otherwise);
          }
        });
    assertThat(read).containsExactlyInAnyOrderElementsOf(JobSettings.VARIABLES);
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
