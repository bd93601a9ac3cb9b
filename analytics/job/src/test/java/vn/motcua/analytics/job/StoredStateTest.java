package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job goes on from a savepoint that was made by the state format as it was when that version
 * was released. Whoever changes what is kept of a dossier or cell, without counting the state's
 * version up or reading the former format too, sees it here and not on the day of an update. A new
 * savepoint is made by {@link StoredState}.
 */
class StoredStateTest {

  @TempDir Path broker;
  @TempDir Path folder;

  @Test
  void figures_go_on_from_a_savepoint_of_the_released_format() throws Exception {
    Path kept = StoredState.resource();
    assertThat(kept)
        .as(
            "State version %d has no savepoint: make one with StoredState",
            JobSettings.STATE_VERSION)
        .isRegularFile();
    Path savepoint = Files.createDirectory(folder.resolve("savepoint"));
    Files.copy(kept, savepoint.resolve("_metadata"));

    try (JobPlatform platform = new JobPlatform(broker)) {
      StoredState.fillUpToSavepoint(platform);
      JobSettings settings = platform.settings(folder.resolve("checkpoints"));
      var configuration = FiguresJob.configuration(settings);
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
      platform.start(settings, configuration);

      StoredState.goOn(platform.log);
      Instant later = StoredState.LATER;
      platform.log.tick(later);
      JobPlatform.await("position", () -> platform.position() == later.toEpochMilli());
      assertThat(platform.number("select count(*) from dead_letter"))
          .as("Nothing that lies before the savepoint was read again")
          .isZero();
      assertThat(platform.readModel.rows("select dossier_id, class from dossier_fact"))
          .isEqualTo(
              Map.of(
                  "1", "EARLY", "2", "OVERDUE", "3", "WITHIN", "4", "ON_TIME", "5", "LATE", "6",
                  "WITHIN"));
      assertThat(platform.number("select sum(received) from figure_day where unit_id = 10"))
          .isEqualTo(StoredState.RECEIVED);
      assertThat(platform.number("select sum(overdue_in - overdue_out) from figure_day"))
          .as("overdue now")
          .isEqualTo(1);
      assertThat(platform.number("select sum(early_granted + on_time_granted) from figure_day"))
          .isEqualTo(2);
      assertThat(platform.number("select sum(late_granted) from figure_day")).isEqualTo(1);
      assertThat(platform.number("select sum(satisfied) from board_day")).isEqualTo(4);
    }
  }
}
