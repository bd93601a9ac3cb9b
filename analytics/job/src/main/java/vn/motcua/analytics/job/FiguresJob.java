package vn.motcua.analytics.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.motcua.analytics.job.readmodel.ReadModelSink;
import vn.motcua.analytics.job.stream.BacklogSource;
import vn.motcua.analytics.job.stream.DeadLetter;
import vn.motcua.analytics.job.stream.DeadLetterSerialization;
import vn.motcua.analytics.job.stream.FiguresPipeline;
import vn.motcua.analytics.job.stream.LogRecord;
import vn.motcua.analytics.job.stream.LogRecordReader;
import vn.motcua.analytics.job.watch.DatabaseRules;
import vn.motcua.events.Topics;

/**
 * Turns the log into the figures of the read model, for as long as it runs. Submitted to a Flink
 * cluster it runs there; started as a plain program it runs within this process and goes on from
 * its newest checkpoint. {@link JobSettings} tells what it wants from the environment.
 */
public final class FiguresJob {

  private static final Logger LOG = LoggerFactory.getLogger(FiguresJob.class);

  private FiguresJob() {}

  public static void main(String[] arguments) throws Exception {
    JobSettings settings = JobSettings.from(System.getenv());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(settings));
    define(environment, settings);
    environment.execute(name(settings));
  }

  static String name(JobSettings settings) {
    return "motcua-figures-generation-" + settings.generation();
  }

  /**
   * Waits for Kafka and the database, then lays the pipeline.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  static void define(StreamExecutionEnvironment environment, JobSettings settings)
      throws InterruptedException {
    Prerequisites.awaitReadModel(settings.database());
    lay(environment, settings, Prerequisites.awaitLog(settings.kafkaBootstrap()));
  }

  /** Lays the pipeline; reaches for nothing yet. */
  static void lay(StreamExecutionEnvironment environment, JobSettings settings, int partitions) {
    FiguresPipeline.build(
        environment,
        BacklogSource.of(log(settings)),
        Math.min(partitions, settings.parallelism()),
        new DatabaseRules(settings.database()),
        new ReadModelSink(settings.database(), settings.generation(), settings.mostHeldRows()),
        deadLetters(settings));
  }

  /** The core figures only, see {@link FiguresPipeline#buildCore}; reaches for nothing yet. */
  static void layCore(
      StreamExecutionEnvironment environment, JobSettings settings, int partitions) {
    FiguresPipeline.buildCore(
        environment,
        BacklogSource.of(log(settings)),
        Math.min(partitions, settings.parallelism()),
        new ReadModelSink(settings.database(), settings.generation(), settings.mostHeldRows()));
  }

  /**
   * Time to notice things is short, because a leadership that steers by figures watches them; time
   * to give up is endless, because nobody is there to start the job again.
   */
  static Configuration configuration(JobSettings settings) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, settings.parallelism());
    configuration.set(PipelineOptions.MAX_PARALLELISM, 128);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    // An operator without a uid would lose its state at the next change of the pipeline.
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, Duration.ofMillis(10));
    configuration.set(StateBackendOptions.STATE_BACKEND, settings.stateBackend());
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");

    Optional<Path> folder = settings.folderOfGeneration();
    configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
    configuration.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.map(path -> path.toUri().toString()).orElse(settings.checkpointsOfGeneration()));
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(5));
    // A rebuild has little to lose: what it read since the last checkpoint is read again.
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_INTERVAL_DURING_BACKLOG, Duration.ofSeconds(60));
    configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ofSeconds(2));
    configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, 100);
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);

    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(500));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(10));

    if (settings.usesRocksDb()) {
      tuneRocksDb(configuration);
    }
    if (folder.isPresent()) {
      goOn(configuration, folder.get());
    }
    return configuration;
  }

  /**
   * Timers are few, those of open dossiers, and change with nearly every entry: they lie on the
   * heap. Most dossiers and cells are met for the first time: a filter knows that without looking.
   */
  private static void tuneRocksDb(Configuration configuration) {
    configuration.setString("state.backend.rocksdb.timer-service.factory", "HEAP");
    configuration.setString("state.backend.rocksdb.use-bloom-filter", "true");
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    // Counts where the job runs within this process; a cluster has its own.
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
  }

  private static void goOn(Configuration configuration, Path checkpoints) throws IOException {
    Optional<Path> newest = NewestCheckpoint.find(checkpoints);
    if (newest.isPresent()) {
      LOG.info("Going on from {}", newest.get());
      NewestCheckpoint.forgetOlder(checkpoints);
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, newest.get().toUri().toString());
    } else {
      LOG.info("No checkpoint, reading the log from its beginning");
    }
  }

  private static KafkaSource<LogRecord> log(JobSettings settings) {
    return KafkaSource.<LogRecord>builder()
        .setBootstrapServers(settings.kafkaBootstrap())
        .setTopics(Topics.DOSSIER_EVENTS)
        .setGroupId(name(settings))
        .setClientIdPrefix(name(settings))
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new LogRecordReader())
        .setProperty("max.poll.records", "5000")
        .setProperty("max.partition.fetch.bytes", "4194304")
        .setProperty("isolation.level", "read_committed")
        // Checkpoints hold the offsets; what a broker remembers would only mislead.
        .setProperty("commit.offsets.on.checkpoint", "false")
        .build();
  }

  private static KafkaSink<DeadLetter> deadLetters(JobSettings settings) {
    return KafkaSink.<DeadLetter>builder()
        .setBootstrapServers(settings.kafkaBootstrap())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(new DeadLetterSerialization())
        .build();
  }
}
