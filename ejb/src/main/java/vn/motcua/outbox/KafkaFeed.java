package vn.motcua.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.motcua.events.LogCodec;
import vn.motcua.events.RecordKey;
import vn.motcua.events.ReplayMark;
import vn.motcua.events.Term;
import vn.motcua.events.Tick;
import vn.motcua.events.Topics;

/**
 * Puts entries, terms and ticks into Kafka: idempotent, in order, acknowledged by all replicas. A
 * failure leaves the cursor where it was, so anything may be sent twice but nothing is left out.
 */
final class KafkaFeed implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** The producer gives its own verdict first, if it can. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaProducer<byte[], byte[]> producer;
  private final LogCodec codec = new LogCodec();

  KafkaFeed(String bootstrap) {
    Properties settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) LONGEST_WAIT.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) LONGEST_WAIT.toMillis());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Sends the entries and waits until the broker has them all. */
  void send(List<LogReader.Entry> entries) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> pending = new ArrayList<>(entries.size());
    for (LogReader.Entry entry : entries) {
      put(of(entry), pending);
    }
    await(pending);
  }

  /** Sends the terms and waits until the broker has them all. */
  void sendTerms(List<TermReader.Change> changes) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> pending = new ArrayList<>(changes.size());
    for (TermReader.Change change : changes) {
      Term term = change.term();
      put(
          new ProducerRecord<>(
              Topics.DOSSIER_EVENTS,
              null,
              term.getRecordedAt().toEpochMilli(),
              RecordKey.of(term.getKind(), term.getThingId()),
              codec.encode(term)),
          pending);
    }
    await(pending);
  }

  /**
   * Sends all entries of one dossier once more, marked, and waits until the broker has them.
   *
   * @param entries from the first, without a gap
   */
  void sendAgain(List<LogReader.Entry> entries) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> pending = new ArrayList<>(entries.size());
    for (LogReader.Entry entry : entries) {
      ProducerRecord<byte[], byte[]> sent = of(entry);
      sent.headers().add(ReplayMark.HEADER, ReplayMark.of(entries.size()));
      put(sent, pending);
    }
    await(pending);
  }

  private static ProducerRecord<byte[], byte[]> of(LogReader.Entry entry) {
    return new ProducerRecord<>(
        Topics.DOSSIER_EVENTS,
        null,
        entry.recordedAtMillis(),
        RecordKey.of(entry.aggregateId()),
        entry.payload());
  }

  /** Tells every partition that all that was recorded before this moment has been sent. */
  void tick(Instant time) throws InterruptedException, ExecutionException {
    byte[] bytes = codec.encode(Tick.newBuilder().setTime(time).build());
    List<Future<RecordMetadata>> pending = new ArrayList<>();
    for (PartitionInfo partition : producer.partitionsFor(Topics.DOSSIER_EVENTS)) {
      put(
          new ProducerRecord<>(
              Topics.DOSSIER_EVENTS, partition.partition(), time.toEpochMilli(), null, bytes),
          pending);
    }
    await(pending);
  }

  /**
   * A record that is refused at once ends the whole: a producer that has lost sight of all brokers
   * waits its full time for each record, and with a batch of thousands the relay stood still for
   * hours.
   */
  private void put(ProducerRecord<byte[], byte[]> record, List<Future<RecordMetadata>> pending)
      throws InterruptedException, ExecutionException {
    Future<RecordMetadata> sent = producer.send(record);
    if (sent.isDone()) {
      sent.get();
    }
    pending.add(sent);
  }

  private void await(List<Future<RecordMetadata>> pending)
      throws InterruptedException, ExecutionException {
    // Not flush(): it has no limit, and a producer whose broker went away in the middle of a
    // request may never come back from it. Nothing lingers, so everything is on its way already.
    long end = System.nanoTime() + LONGEST_WAIT.plus(GRACE).toNanos();
    try {
      for (Future<RecordMetadata> one : pending) {
        one.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      }
    } catch (TimeoutException e) {
      throw new KafkaException("The broker did not take " + pending.size() + " records in time", e);
    }
  }

  /**
   * Waits only a little. After its own limit the producer still joins its thread without any, and
   * where the broker went away in the middle of a request that thread was seen to go on for
   * minutes: the relay stood still that long.
   */
  @Override
  public void close() {
    Thread ending = new Thread(() -> producer.close(Duration.ofSeconds(1)), "motcua-relay-ends");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(CLOSING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
