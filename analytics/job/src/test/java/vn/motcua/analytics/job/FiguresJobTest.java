package vn.motcua.analytics.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.Outcome;
import vn.motcua.events.RecordKey;
import vn.motcua.events.Term;
import vn.motcua.events.TermKind;
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
    log.send(
        TestLog.entry(1, 2, plusDays(1), new DossierFinished(plusDays(1), Outcome.GRANTED, -1)));
    log.send(TestLog.entry(2, 1, MONDAY, TestLog.received(MONDAY, plusDays(2), 10)));
    log.tick(plusDays(1));

    await("position", () -> position() == plusDays(1).toEpochMilli());
    assertThat(readModel.number("select sum(received) from figure_day")).isEqualTo(2);
    assertThat(readModel.number("select sum(early_granted) from figure_day")).isEqualTo(1);
    assertThat(readModel.rows("select dossier_id, class from dossier_fact"))
        .containsEntry("1", "EARLY")
        .containsEntry("2", "WITHIN");

    log.tick(plusDays(3));
    await("position", () -> position() == plusDays(3).toEpochMilli());
    assertThat(readModel.number("select sum(overdue_in) from figure_day")).isEqualTo(1);
    assertThat(readModel.rows("select dossier_id, class from dossier_fact"))
        .containsEntry("2", "OVERDUE");
  }

  enum Checkpoints {
    KEPT,
    NEWEST_DAMAGED,
    ALL_LOST
  }

  /**
   * Whatever is left of the checkpoints, figures only ever move from one right state to the next.
   */
  @ParameterizedTest
  @EnumSource(Checkpoints.class)
  void after_a_restart_figures_wait_until_they_are_as_new_as_before(Checkpoints left)
      throws Exception {
    Instant past = Instant.now().minus(Duration.ofDays(10));
    Instant beforeStop = Instant.now();
    startJob();
    log.send(TestLog.entry(1, 1, past, TestLog.received(past, null, 10)));
    log.send(TestLog.entry(2, 1, past, TestLog.received(past, null, 10)));
    log.tick(beforeStop);
    await("first figures", () -> received() == 2);
    await("two checkpoints", () -> checkpointsAfter(beforeStop) >= 2);
    log.send(TestLog.entry(1, 2, past, new DossierFinished(past, Outcome.GRANTED, -1)));
    log.tick(beforeStop.plusMillis(1));
    await("finish", () -> undated() == 1);
    Instant settled = Instant.now();
    await("two checkpoints", () -> checkpointsAfter(settled) >= 2);
    stopJob();
    damage(left);
    if (left != Checkpoints.ALL_LOST) {
      broker.deleteRecords(
          Topics.DOSSIER_EVENTS, 3); // What was read is known from checkpoints only.
    }

    String written = flushedAt();
    log.send(TestLog.entry(3, 1, past, TestLog.received(past, null, 10)));
    log.send(TestLog.entry(2, 2, past, new DossierFinished(past, Outcome.GRANTED, -1)));
    log.send(TestLog.entry(4, 1, past, new DossierFinished(past, Outcome.GRANTED, -1)));
    startJob();
    await("the job to have read all", () -> deadLetters().size() == 1);
    Instant held = Instant.now();
    await("a checkpoint while held back", () -> checkpointsAfter(held) >= 1);
    assertThat(flushedAt()).isEqualTo(written);
    assertThat(received()).isEqualTo(2);
    assertThat(undated()).isEqualTo(1);

    stopJob();
    startJob();
    Instant now = Instant.now();
    log.tick(now);
    await("newer figures", () -> position() == now.toEpochMilli());
    assertThat(received()).isEqualTo(3);
    assertThat(undated()).isEqualTo(2);
    assertThat(readModel.rows("select dossier_id, class from dossier_fact"))
        .isEqualTo(Map.of("1", "UNDATED", "2", "UNDATED", "3", "WITHIN"));
  }

  @Test
  void an_unreadable_record_is_set_aside_as_it_was() throws Exception {
    startJob();
    log.sendBytes(RecordKey.of(5), new byte[] {1, 2, 3});
    log.sendBytes(RecordKey.of(5), null);
    log.send(TestLog.entry(5, 1, MONDAY, TestLog.received(MONDAY, null, 10)));
    log.tick(MONDAY);
    await("figures", () -> received() == 1);
    await("dead letters", () -> deadLetters().size() == 2);
    await("their number", () -> readModel.number("select count(*) from dead_letter") == 2);
    ConsumerRecord<byte[], byte[]> dead = deadLetters().getFirst();
    assertThat(dead.key()).isEqualTo(RecordKey.of(5));
    assertThat(dead.value()).containsExactly(1, 2, 3);
    assertThat(header(dead, "reason")).startsWith("NOT_A_MESSAGE");
    assertThat(header(dead, "topic")).isEqualTo(Topics.DOSSIER_EVENTS);
    assertThat(header(dead, "offset")).isEqualTo("0");
  }

  @Test
  void a_lost_connection_to_the_database_loses_no_figure() throws Exception {
    startJob();
    log.send(TestLog.entry(1, 1, MONDAY, TestLog.received(MONDAY, null, 10)));
    log.tick(MONDAY);
    await("figures", () -> received() == 1);
    readModel.execute(
        "select pg_terminate_backend(pid) from pg_stat_activity"
            + " where application_name = 'motcua-figures'");
    log.send(TestLog.entry(2, 1, MONDAY, TestLog.received(MONDAY, null, 10)));
    log.tick(plusDays(1));
    await("position", () -> position() == plusDays(1).toEpochMilli());
    assertThat(received()).isEqualTo(2);
  }

  @Test
  void the_position_moves_on_when_nothing_happens() throws Exception {
    startJob();
    log.tick(MONDAY);
    await("position", () -> position() == MONDAY.toEpochMilli());
    log.tick(plusDays(1));
    await("position", () -> position() == plusDays(1).toEpochMilli());
  }

  /**
   * An alert stands in the read model soon after its moment, and once, whatever is read again. How
   * soon is told, not demanded.
   */
  @Test
  void alerts_come_with_the_tick_and_are_not_doubled_by_reading_the_log_again() throws Exception {
    startJob();
    Instant due = plusDays(2);
    log.send(TestLog.entry(1, 1, MONDAY, TestLog.received(MONDAY, due, 10)));
    log.send(TestLog.entry(2, 1, MONDAY, TestLog.received(MONDAY, plusDays(9), 10)));
    log.tick(MONDAY);
    await("position", () -> position() == MONDAY.toEpochMilli());
    long asked = System.nanoTime();
    log.tick(due.plusMillis(1));
    await("alert", () -> openAlerts("OVERDUE") == 1);
    LoggerFactory.getLogger(FiguresJobTest.class)
        .warn("Tick to alert in the database: {} ms", (System.nanoTime() - asked) / 1_000_000);
    assertThat(readModel.number("select count(*) from alert where kind = 'DUE_SOON'")).isOne();
    assertThat(readModel.rows("select id, kind from alert where cleared_at is null"))
        .containsValue("OVERDUE");
    var before = readModel.rows("select id, raised_at from alert");

    stopJob();
    for (Path checkpoint : newestCheckpoints()) {
      Files.delete(checkpoint.resolve("_metadata"));
    }
    log.send(TestLog.entry(1, 2, due, new DossierFinished(plusDays(3), Outcome.GRANTED, -1)));
    startJob();
    log.tick(Instant.now().plus(Duration.ofDays(3650)));
    await("the end of the alert", () -> openAlerts("OVERDUE") == 1 && clearedAlerts() >= 2);
    assertThat(readModel.rows("select id, raised_at from alert")).containsAllEntriesOf(before);
    assertThat(
            readModel.number(
                "select count(*) from alert where kind = 'OVERDUE' and dossier_id = 1"))
        .isOne();
  }

  /** Sent by the relay as any record; the figures take no notice of them. */
  @Test
  void a_step_beyond_its_limit_is_an_alert_until_it_is_done() throws Exception {
    startJob();
    Instant due = plusDays(1);
    log.send(TestLog.entry(1, 1, MONDAY, TestLog.received(MONDAY, plusDays(2), 10)));
    log.send(new Term(1, TermKind.STEP, 17L, 1L, 1L, 10, 3, due, MONDAY, MONDAY));
    log.tick(due);
    await("position", () -> position() == due.toEpochMilli());
    assertThat(openAlerts("STEP_OVERDUE")).isZero();
    log.tick(due.plusMillis(1));
    await("alert", () -> openAlerts("STEP_OVERDUE") == 1);
    assertThat(readModel.rows("select thing_id, dossier_id || ' ' || unit_id from alert"))
        .containsEntry("17", "1 10");
    Instant done = due.plusSeconds(60);
    log.send(new Term(1, TermKind.STEP, 17L, 2L, 1L, 10, 3, null, done, done));
    log.tick(done.plusMillis(1));
    await("its end", () -> openAlerts("STEP_OVERDUE") == 0);
    assertThat(received()).isOne();
    assertThat(readModel.number("select count(*) from dead_letter")).isZero();
  }

  private static long openAlerts(String kind) throws Exception {
    return readModel.number(
        "select count(*) from alert where cleared_at is null and kind = '" + kind + "'");
  }

  private static long clearedAlerts() throws Exception {
    return readModel.number(
        "select count(*) from alert where cleared_at is not null and dossier_id = 1");
  }

  private void startJob() throws Exception {
    JobSettings settings =
        new JobSettings(readModel.address(), broker.bootstrap(), checkpoints, 1, 2, "hashmap");
    var configuration = FiguresJob.configuration(settings);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, Duration.ZERO);
    var environment = StreamExecutionEnvironment.createLocalEnvironment(configuration);
    FiguresJob.define(environment, settings);
    job = environment.executeAsync(FiguresJob.name(settings));
  }

  private void stopJob() throws Exception {
    if (job != null) {
      job.cancel().get(3, TimeUnit.MINUTES);
      job = null;
    }
  }

  private void damage(Checkpoints left) throws Exception {
    List<Path> newest = newestCheckpoints();
    switch (left) {
      case KEPT -> {
        // Nothing is damaged.
      }
      case NEWEST_DAMAGED -> {
        Path metadata = newest.getFirst().resolve("_metadata");
        byte[] bytes = Files.readAllBytes(metadata);
        Files.write(metadata, Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(NewestCheckpoint.find(folder())).contains(newest.get(1));
      }
      case ALL_LOST -> {
        for (Path checkpoint : newest) {
          Files.delete(checkpoint.resolve("_metadata"));
        }
        assertThat(NewestCheckpoint.find(folder())).isEmpty();
      }
    }
  }

  private Path folder() {
    return checkpoints.resolve("generation-1-state-5");
  }

  private List<Path> newestCheckpoints() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(path -> path.endsWith("_metadata"))
          .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed())
          .map(Path::getParent)
          .toList();
    }
  }

  private long checkpointsAfter(Instant moment) throws IOException {
    if (!Files.exists(folder())) {
      return 0;
    }
    try {
      return newestCheckpoints().stream()
          .filter(path -> path.toFile().lastModified() > moment.toEpochMilli())
          .count();
    } catch (UncheckedIOException e) {
      return 0; // One was being deleted meanwhile.
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    TopicPartition partition = new TopicPartition(Topics.DOSSIER_EVENTS_DEAD, 0);
    List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", broker.bootstrap()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (letters.size() < end) {
        consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
      }
    }
    return letters;
  }

  private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static long received() throws Exception {
    return readModel.number("select sum(received) from figure_day");
  }

  private static long undated() throws Exception {
    return readModel.number("select sum(undated_granted) from figure_day");
  }

  private static String flushedAt() throws Exception {
    return readModel.rows("select 1, flushed_at::text from stream_position").get("1");
  }

  private static long position() throws Exception {
    return readModel.number(
        "select (extract(epoch from time) * 1000)::bigint from stream_position");
  }

  private static Instant plusDays(int days) {
    return MONDAY.plus(Duration.ofDays(days));
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("Waited for %s", what).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }
}
