package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.analytics.job.cluster.ClusterOptions;
import vn.motcua.events.Topics;

/**
 * The job in a cluster of separate processes, whose parts are killed under load. What is read of
 * the figures meanwhile is old or right, never wrong; and they go on from a checkpoint, for the log
 * that lies before it is gone.
 */
@DisabledIfSystemProperty(named = "motcua.skipPlatformTests", matches = "true")
class ClusterTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path broker;
  @TempDir Path folder;
  @TempDir Path checkpoints;

  @Test
  void a_task_manager_and_the_job_manager_are_killed_under_load() throws Exception {
    try (JobPlatform platform = new JobPlatform(broker);
        ClusterProcesses cluster = new ClusterProcesses(folder, platform.settings(checkpoints));
        SampledLoad load = new SampledLoad(platform)) {
      cluster.startJobManager();
      String first = cluster.startTaskManager();
      String second = cluster.startTaskManager();
      load.begin();
      load.awaitFresh(LONG);

      forgetLog(platform, load);
      cluster.kill(first);
      Instant killed = Instant.now();
      load.awaitNewerThan(killed, LONG);
      String third = cluster.startTaskManager();

      forgetLog(platform, load);
      cluster.kill("jobmanager");
      cluster.startJobManager();
      JobPlatform.await(
          "the job to go on from a checkpoint",
          LONG,
          () -> Files.readString(cluster.log("jobmanager")).contains("Going on from"));
      load.awaitFresh(LONG);

      load.end(LONG);
      assertThat(platform.number("select sum(received) from figure_day")).isEqualTo(load.sent());
      assertThat(platform.number("select count(*) from dossier_fact")).isEqualTo(load.sent());
      assertThat(load.wrong()).isEmpty();
      assertThat(load.samples()).isGreaterThan(100);
      assertThat(List.of("jobmanager", second, third)).allMatch(cluster::isRunning);
      long largest = MemorySize.parse(ClusterOptions.TASK_MANAGER_MEMORY).getBytes();
      assertThat(cluster.peaks()).allSatisfy((name, peak) -> assertThat(peak).isLessThan(largest));
    }
  }

  /** From here on only a checkpoint knows what was counted; and the load goes on. */
  private void forgetLog(JobPlatform platform, SampledLoad load) throws Exception {
    load.pause();
    awaitCheckpoint(Instant.now());
    platform.broker.deleteRecords(Topics.DOSSIER_EVENTS, JobPlatform.PARTITIONS);
    load.resume();
    load.awaitFresh(LONG);
  }

  /** One that began after the moment and is complete. */
  private void awaitCheckpoint(Instant moment) throws Exception {
    List<Path> before = new CopyOnWriteArrayList<>(complete());
    // The first that completes may have begun before the moment; the second has not.
    JobPlatform.await(
        "two checkpoints after " + moment,
        LONG,
        () -> complete().stream().filter(path -> !before.contains(path)).count() >= 2);
  }

  private List<Path> complete() throws IOException {
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files.filter(path -> path.endsWith("_metadata")).toList();
    } catch (java.io.UncheckedIOException oneWasDeleted) {
      return List.of();
    }
  }
}
