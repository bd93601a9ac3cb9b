package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierPaused;
import vn.motcua.events.DossierRated;
import vn.motcua.events.DossierResumed;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.Outcome;
import vn.motcua.events.RatingPlace;
import vn.motcua.events.StepCompleted;
import vn.motcua.events.Topics;

/**
 * The log before and after the stored savepoint, and the program that makes one for a new version
 * of the state: {@code mvn -pl analytics/job -am test -Dtest=StoredState
 * -Dsurefire.failIfNoSpecifiedTests=false}. Runs only when it is asked for by name; commit what it
 * writes.
 */
class StoredState {

  static final Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
  static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1));
  static final Instant LATER = MONDAY.plus(Duration.ofDays(5));

  /** Five before, one after. */
  static final int RECEIVED = 6;

  @TempDir Path broker;
  @TempDir Path folder;

  static Path resource() {
    return Path.of(
        "src/test/resources/stored-state/version-%d/_metadata"
            .formatted(JobSettings.STATE_VERSION));
  }

  /** An entry that waits, a timer, a pause, what is rated, what is overdue: all that is kept. */
  static void begin(TestLog log) {
    receive(log, 1, MONDAY.plus(Duration.ofDays(10)));
    receive(log, 2, MONDAY.plus(Duration.ofDays(2)));
    receive(log, 3, MONDAY.plus(Duration.ofDays(20)));
    receive(log, 4, MONDAY.plus(Duration.ofHours(5)));
    receive(log, 5, MONDAY.plus(Duration.ofHours(1)));
    log.send(TestLog.entry(1, 3, TUESDAY, new DossierFinished(TUESDAY, Outcome.GRANTED, -1)));
    log.send(TestLog.entry(3, 2, TUESDAY, new DossierPaused(TUESDAY, true)));
    Instant noon = MONDAY.plus(Duration.ofHours(3));
    log.send(TestLog.entry(4, 2, noon, new DossierFinished(noon, Outcome.GRANTED, 100)));
    log.send(
        TestLog.entry(
            4, 3, noon, new DossierRated(noon, List.of(5, 4, 4, 5, 2), 4, RatingPlace.TABLET)));
    log.tick(TUESDAY);
  }

  /** Every day and dossier of before is touched, so that what is kept of it is written. */
  static void goOn(TestLog log) {
    receive(log, 6, MONDAY.plus(Duration.ofDays(20)));
    log.send(TestLog.entry(1, 2, TUESDAY, new StepCompleted("thẩm định", 0)));
    log.send(
        TestLog.entry(
            3, 2 + 1, TUESDAY, new DossierResumed(TUESDAY, MONDAY.plus(Duration.ofDays(22)))));
    log.send(TestLog.entry(4, 4, TUESDAY, new DossierReturned(TUESDAY)));
    log.send(TestLog.entry(5, 2, TUESDAY, new DossierFinished(TUESDAY, Outcome.GRANTED, -1)));
  }

  private static void receive(TestLog log, long dossier, Instant due) {
    log.send(TestLog.entry(dossier, 1, MONDAY, TestLog.received(MONDAY, due, 10)));
  }

  @Test
  void make() throws Exception {
    try (JobPlatform platform = new JobPlatform(broker)) {
      JobSettings settings = platform.settings(folder.resolve("checkpoints"));
      JobClient job = platform.start(settings, FiguresJob.configuration(settings));
      begin(platform.log);
      JobPlatform.await("position", () -> platform.position() == TUESDAY.toEpochMilli());
      Path savepoint =
          Path.of(
              URI.create(
                  job.stopWithSavepoint(
                          false,
                          folder.resolve("made").toUri().toString(),
                          SavepointFormatType.CANONICAL)
                      .get(180, TimeUnit.SECONDS)));
      platform.jobIsOver();
      Files.createDirectories(resource().getParent());
      try (var files = Files.list(savepoint)) {
        assertThat(files.map(Path::getFileName)).containsExactly(Path.of("_metadata"));
      }
      Files.write(resource(), Files.readAllBytes(savepoint.resolve("_metadata")));
      write(platform.broker.bootstrap());
    }
  }

  private static void write(String bootstrap) throws Exception {
    Properties offsets = new Properties();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrap),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      for (int partition = 0; partition < JobPlatform.PARTITIONS; partition++) {
        TopicPartition one = new TopicPartition(Topics.DOSSIER_EVENTS, partition);
        offsets.put(
            Integer.toString(partition), consumer.endOffsets(List.of(one)).get(one).toString());
      }
    }
    try (OutputStream out =
        Files.newOutputStream(resource().resolveSibling("offsets.properties"))) {
      offsets.store(out, null);
    }
  }

  /** How far the log had been read, by partition. */
  static Properties offsets() throws Exception {
    Properties offsets = new Properties();
    try (InputStream in = Files.newInputStream(resource().resolveSibling("offsets.properties"))) {
      offsets.load(in);
    }
    return offsets;
  }

  /** Fills the log up to there with what nobody can read: who reads it again is found out. */
  static void fillUpToSavepoint(JobPlatform platform) throws Exception {
    Properties offsets = offsets();
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", platform.broker.bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (int partition = 0; partition < JobPlatform.PARTITIONS; partition++) {
        int end = Integer.parseInt(offsets.getProperty(Integer.toString(partition)));
        for (int i = 0; i < end; i++) {
          producer.send(
              new ProducerRecord<>(Topics.DOSSIER_EVENTS, partition, null, new byte[] {1}));
        }
      }
      producer.flush();
    }
  }
}
