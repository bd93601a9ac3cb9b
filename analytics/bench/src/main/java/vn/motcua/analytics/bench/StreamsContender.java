package vn.motcua.analytics.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import vn.motcua.events.Topics;

/**
 * The core figures (K3, K2, T3 and the flows, by receiving branch, field and day) counted by Kafka
 * Streams: the same decoding, the same rules and the same bytes of state as the job, in memory, at
 * least once, two threads, committing as often as the job makes a checkpoint. It writes to a topic
 * instead of a database, and need not keep the rows of dossiers.
 */
public final class StreamsContender {

  static final String CHANGES = "core-changes";
  static final String FIGURES = "core-figures";

  private StreamsContender() {}

  /**
   * @param arguments bootstrap, a word, folder
   */
  public static void main(String[] arguments) throws Exception {
    String bootstrap = arguments[0];
    long all = prepare(bootstrap);
    Progress progress = new Progress();
    KafkaStreams streams = new KafkaStreams(topology(progress), settings(bootstrap, arguments[2]));
    streams.start();
    while (progress.read.sum() == 0) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    long begin = System.nanoTime();
    while (progress.read.sum() < all
        || progress.handedOn.sum() > progress.counted.sum()
        || progress.pending.sum() > 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    long took = (System.nanoTime() - begin) / 1_000_000;
    Result.print(took, progress.received.sum());
    streams.close(Duration.ofSeconds(5));
    System.exit(0);
  }

  private static Topology topology(Progress progress) {
    return new Topology()
        .addSource(
            "log", new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.DOSSIER_EVENTS)
        .addProcessor("dossiers", () -> new StreamsDossiers(progress), "log")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(StreamsDossiers.STORE),
                Serdes.Long(),
                Serdes.ByteArray()),
            "dossiers")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(StreamsDossiers.DEADLINES),
                Serdes.Bytes(),
                Serdes.ByteArray()),
            "dossiers")
        .addSink(
            "changes", CHANGES, new ByteArraySerializer(), new ByteArraySerializer(), "dossiers")
        .addSource(
            "repartitioned", new ByteArrayDeserializer(), new ByteArrayDeserializer(), CHANGES)
        .addProcessor("cells", () -> new StreamsCells(progress), "repartitioned")
        .addStateStore(
            Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(StreamsCells.STORE),
                Serdes.Bytes(),
                Serdes.ByteArray()),
            "cells")
        .addSink("figures", FIGURES, new ByteArraySerializer(), new ByteArraySerializer(), "cells");
  }

  private static Properties settings(String bootstrap, String folder) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench-core-figures");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder + "/streams");
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
    settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 5_000);
    settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    settings.put(StreamsConfig.consumerPrefix("max.poll.records"), "5000");
    settings.put(StreamsConfig.consumerPrefix("max.partition.fetch.bytes"), "4194304");
    settings.put(StreamsConfig.producerPrefix("batch.size"), "262144");
    settings.put(StreamsConfig.producerPrefix("linger.ms"), "50");
    settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
    return settings;
  }

  /**
   * @return how many records the log has, ticks included
   */
  private static long prepare(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) bootstrap))) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(CHANGES, Servers.PARTITIONS, (short) 1),
                  new NewTopic(FIGURES, Servers.PARTITIONS, (short) 1)))
          .all()
          .get();
      long all = 0;
      for (int partition = 0; partition < Servers.PARTITIONS; partition++) {
        TopicPartition of = new TopicPartition(Topics.DOSSIER_EVENTS, partition);
        all += admin.listOffsets(Map.of(of, OffsetSpec.latest())).all().get().get(of).offset();
      }
      return all;
    }
  }
}
