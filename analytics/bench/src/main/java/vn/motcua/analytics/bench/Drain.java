package vn.motcua.analytics.bench;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import vn.motcua.analytics.job.stream.LogRecord;
import vn.motcua.analytics.job.stream.LogRecordReader;
import vn.motcua.events.Topics;

/** Reads the whole log once, and as the second argument says decodes it as the job does. */
public final class Drain {

  private Drain() {}

  /**
   * @param arguments bootstrap, {@code raw} or {@code decoded}
   */
  public static void main(String[] arguments) throws Exception {
    boolean decode = arguments[1].equals("decoded");
    Properties properties = new Properties();
    properties.put("bootstrap.servers", arguments[0]);
    properties.put("max.poll.records", "5000");
    properties.put("max.partition.fetch.bytes", "4194304");
    properties.put("fetch.max.bytes", "16777216");
    LogRecordReader reader = new LogRecordReader();
    reader.open(null);
    Counting counting = new Counting();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.DOSSIER_EVENTS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long all = consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
      long read = 0;
      long begin = System.nanoTime();
      while (read < all) {
        for (ConsumerRecord<byte[], byte[]> consumed : consumer.poll(Duration.ofSeconds(1))) {
          read++;
          if (decode) {
            reader.deserialize(consumed, counting);
          }
        }
      }
      Result.print((System.nanoTime() - begin) / 1_000_000, counting.entries);
    }
  }

  /** Looks at what it is given, so that nothing is optimised away. */
  private static final class Counting implements Collector<LogRecord> {
    private long entries;

    @Override
    public void collect(LogRecord read) {
      if (read.entry != null && read.entry.sequence > 0) {
        entries++;
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
