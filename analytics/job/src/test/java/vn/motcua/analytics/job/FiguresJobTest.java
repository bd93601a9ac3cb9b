package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.Outcome;
import vn.motcua.events.Topics;

/** The whole job with a real broker, a real database and Flink within the process. */
class FiguresJobTest {

  private static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

  @TempDir static Path brokerFolder;
  private static TestBroker broker;
  private static TestReadModel readModel;

  @TempDir Path checkpoints;
  private TestLog log;
  private JobClient job;

  @BeforeAll
  static void startPlatform() throws Exception {
    broker = new TestBroker(brokerFolder);
    readModel = new TestReadModel();
  }

  @AfterAll
  static void stopPlatform() throws Exception {
    readModel.close();
    broker.close();
  }

  @BeforeEach
  void emptyPlatform() throws Exception {
    readModel.clear();
    broker.create(Topics.DOSSIER_EVENTS, 3);
    log = new TestLog(broker.bootstrap());
  }

  @AfterEach
  void cleanUp() throws Exception {
    stopJob();
    log.close();
    broker.delete(Topics.DOSSIER_EVENTS, Topics.DOSSIER_EVENTS_DEAD);
  }

  @Test
  void figures_arrive_in_the_read_model() throws Exception {
    startJob();
    log.send(TestLog.entry(1, 1, MONDAY, TestLog.received(MONDAY, plusDays(2), 10)));
    log.send(TestLog.entry(1, 2, plusDays(1), new DossierFinished(plusDays(1), Outcome.GRANTED)));
    log.send(TestLog.entry(2, 1, MONDAY, TestLog.received(MONDAY, plusDays(2), 10)));
    log.tick(plusDays(1));

    await("position", () -> position() == plusDays(1).toEpochMilli());
    assertThat(readModel.number("select sum(received) from figure_day")).isEqualTo(2);
    assertThat(readModel.number("select sum(early_granted) from figure_day")).isEqualTo(1);
    assertThat(readModel.rows("select dossier_id, class from dossier_fact"))
        .containsEntry("1", "EARLY")
        .containsEntry("2", "WITHIN");

    log.tick(plusDays(3));
    await("overdue", () -> readModel.number("select sum(overdue_in) from figure_day") == 1);
    assertThat(readModel.rows("select dossier_id, class from dossier_fact"))
        .containsEntry("2", "OVERDUE");
  }

  private void startJob() throws Exception {
    JobSettings settings =
        new JobSettings(readModel.address(), broker.bootstrap(), checkpoints, 1, 2);
    var environment =
        StreamExecutionEnvironment.createLocalEnvironment(FiguresJob.configuration(settings));
    FiguresJob.define(environment, settings);
    job = environment.executeAsync(FiguresJob.name(settings));
  }

  private void stopJob() throws Exception {
    if (job != null) {
      job.cancel().get(30, TimeUnit.SECONDS);
      job = null;
    }
  }

  private static long position() throws Exception {
    return readModel.number(
        "select (extract(epoch from time) * 1000)::bigint from stream_position");
  }

  private static Instant plusDays(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("Waited for %s", what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
