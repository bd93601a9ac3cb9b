package vn.motcua.analytics.bench;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import vn.motcua.analytics.bench.SeededCity.Planned;
import vn.motcua.events.EventIds;
import vn.motcua.events.LogCodec;
import vn.motcua.events.LogEntry;
import vn.motcua.events.RecordKey;
import vn.motcua.events.Tick;
import vn.motcua.events.Topics;

/** Writes the same log to Kafka, as the relay does, and to the operational history. */
final class LogLoad {

  private LogLoad() {}

  /**
   * @return T: all contenders count at this moment, UTC milliseconds
   */
  static long load(Servers servers, long seed, long entries) throws Exception {
    LogCodec codec = new LogCodec();
    try (var history = new HistoryCopy(servers.connection(), servers.connection());
        var producer =
            new KafkaProducer<>(
                Map.of(
                    "bootstrap.servers",
                    servers.bootstrap(),
                    "compression.type",
                    "lz4",
                    "batch.size",
                    262_144,
                    "linger.ms",
                    20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      return new SeededCity(seed, entries)
          .tell(
              new SeededCity.Reader() {
                @Override
                public void entry(Planned entry) {
                  UUID id =
                      new UUID(entry.dossier() << 16 | 0x7000, Long.MIN_VALUE | entry.sequence());
                  LogEntry message =
                      new LogEntry(
                          EventIds.of(id),
                          SeededCity.DATASET,
                          entry.dossier(),
                          entry.sequence(),
                          Instant.ofEpochMilli(entry.at()),
                          entry.body());
                  producer.send(
                      new ProducerRecord<>(
                          Topics.DOSSIER_EVENTS,
                          null,
                          entry.at(),
                          RecordKey.of(entry.dossier()),
                          codec.encode(message)));
                  history.write(entry);
                }

                @Override
                public void tick(long time) {
                  byte[] tick = codec.encode(new Tick(Instant.ofEpochMilli(time)));
                  for (int partition = 0; partition < Servers.PARTITIONS; partition++) {
                    producer.send(
                        new ProducerRecord<>(Topics.DOSSIER_EVENTS, partition, time, null, tick));
                  }
                }
              });
    }
  }
}
