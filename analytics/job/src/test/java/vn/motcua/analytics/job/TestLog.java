package vn.motcua.analytics.job;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.motcua.events.Channel;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.EventIds;
import vn.motcua.events.LogCodec;
import vn.motcua.events.LogEntry;
import vn.motcua.events.RecordKey;
import vn.motcua.events.ReplayMark;
import vn.motcua.events.Term;
import vn.motcua.events.Tick;
import vn.motcua.events.Topics;

/** Sends to the log what the relay would send. */
final class TestLog implements AutoCloseable {

  static final String ZONE = "Asia/Ho_Chi_Minh";

  private final LogCodec codec = new LogCodec();
  private final KafkaProducer<byte[], byte[]> producer;

  TestLog(String bootstrap) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "linger.ms", 0, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  static DossierReceived received(Instant at, Instant due, int unit) {
    return new DossierReceived(
        at, due, unit, 0, 7, 0, Channel.DIRECT, ZONE, true, 0, 0, 0, 0, false);
  }

  static LogEntry entry(long dossier, int sequence, Instant at, Object body) {
    UUID id = new UUID(dossier << 16 | 0x7000, Long.MIN_VALUE | sequence);
    return new LogEntry(EventIds.of(id), 1, dossier, sequence, at, body);
  }

  void send(LogEntry entry) {
    producer.send(
        new ProducerRecord<>(
            Topics.DOSSIER_EVENTS, RecordKey.of(entry.getAggregateId()), codec.encode(entry)));
  }

  /** As the relay sends a dossier's entries once more. */
  void replay(LogEntry entry, int lastSequence) {
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(
            Topics.DOSSIER_EVENTS, RecordKey.of(entry.getAggregateId()), codec.encode(entry));
    sent.headers().add(ReplayMark.HEADER, ReplayMark.of(lastSequence));
    producer.send(sent);
  }

  void send(Term term) {
    producer.send(
        new ProducerRecord<>(
            Topics.DOSSIER_EVENTS,
            RecordKey.of(term.getKind(), term.getThingId()),
            codec.encode(term)));
  }

  void sendBytes(byte[] key, byte[] value) {
    producer.send(new ProducerRecord<>(Topics.DOSSIER_EVENTS, key, value));
  }

  void tick(Instant time) {
    producer.flush();
    byte[] tick = codec.encode(new Tick(time));
    for (var partition : producer.partitionsFor(Topics.DOSSIER_EVENTS)) {
      producer.send(new ProducerRecord<>(Topics.DOSSIER_EVENTS, partition.partition(), null, tick));
    }
    producer.flush();
  }

  @Override
  public void close() {
    producer.close();
  }
}
