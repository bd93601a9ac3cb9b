package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import vn.motcua.analytics.job.readmodel.DatabaseAddress;
import vn.motcua.events.Topics;

/** A broker, a database and an empty log of three partitions, and the job on them. */
final class JobPlatform implements AutoCloseable {

  static final int PARTITIONS = 3;

  final TestBroker broker;
  final TestReadModel readModel;
  final TestLog log;
  private JobClient job;

  JobPlatform(Path folder) throws Exception {
    broker = new TestBroker(folder);
    readModel = new TestReadModel();
    broker.create(Topics.DOSSIER_EVENTS, PARTITIONS);
    log = new TestLog(broker.bootstrap());
  }

  /** What every test of the running job uses, and manifests are compared with. */
  static JobSettings settings(DatabaseAddress database, String bootstrap, Path checkpoints) {
    return new JobSettings(database, bootstrap, checkpoints, 1, 2, "hashmap");
  }

  JobSettings settings(Path checkpoints) {
    return settings(readModel.address(), broker.bootstrap(), checkpoints);
  }

  /** Runs the job within this process. */
  JobClient start(JobSettings settings, Configuration configuration) throws Exception {
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ZERO);
    var environment = StreamExecutionEnvironment.createLocalEnvironment(configuration);
    FiguresJob.define(environment, settings);
    job = environment.executeAsync(FiguresJob.name(settings));
    return job;
  }

  /** The test has ended the job itself. */
  void jobIsOver() {
    job = null;
  }

  long number(String sql) {
    try {
      return readModel.number(sql);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Up to where the stream's figures go, UTC milliseconds. */
  long position() {
    return number("select (extract(epoch from time) * 1000)::bigint from stream_position");
  }

  static void await(String what, Callable<Boolean> condition) throws Exception {
    await(what, Duration.ofMinutes(3), condition);
  }

  static void await(String what, Duration longest, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + longest.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("Waited for %s", what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  @Override
  public void close() throws Exception {
    if (job != null) {
      job.cancel().get(3, TimeUnit.MINUTES);
    }
    log.close();
    readModel.close();
    broker.close();
  }
}
