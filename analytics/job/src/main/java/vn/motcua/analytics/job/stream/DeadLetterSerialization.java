package vn.motcua.analytics.job.stream;

import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import vn.motcua.events.Topics;

/**
 * Dead letters as Kafka records: key and bytes as they were; why and where from in the headers
 * {@code reason}, {@code topic}, {@code partition}, {@code offset}, all text. Without a timestamp
 * of the stream: the broker refuses those of the future.
 */
public final class DeadLetterSerialization implements KafkaRecordSerializationSchema<DeadLetter> {

  private static final long serialVersionUID = 1L;

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      DeadLetter letter, KafkaSinkContext context, Long timestamp) {
    ProducerRecord<byte[], byte[]> sent =
        new ProducerRecord<>(Topics.DOSSIER_EVENTS_DEAD, letter.key, letter.value);
    header(sent, "reason", letter.reason);
    header(sent, "topic", letter.topic);
    header(sent, "partition", Integer.toString(letter.partition));
    header(sent, "offset", Long.toString(letter.offset));
    return sent;
  }

  private static void header(ProducerRecord<byte[], byte[]> sent, String name, String value) {
    sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
