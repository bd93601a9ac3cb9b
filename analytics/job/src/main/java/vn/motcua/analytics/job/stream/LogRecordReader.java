package vn.motcua.analytics.job.stream;

import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.serialization.DeserializationSchema.InitializationContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.EntryDecoder;
import vn.motcua.analytics.job.facts.EntryReading;
import vn.motcua.analytics.job.watch.TermChange;
import vn.motcua.events.LogCodec;
import vn.motcua.events.LogEntry;
import vn.motcua.events.ReplayMark;
import vn.motcua.events.Term;
import vn.motcua.events.Tick;
import vn.motcua.events.UndecodableEvent;

/** Reads Kafka records of the log; what cannot be read becomes a dead letter and stops nothing. */
public final class LogRecordReader implements KafkaRecordDeserializationSchema<LogRecord> {

  private static final long serialVersionUID = 1L;

  private transient LogCodec codec;
  private transient EntryDecoder decoder;

  /** Filled again for every record: what follows copies it at once, into the network. */
  private transient LogRecord shared;

  @Override
  public void open(InitializationContext context) {
    codec = new LogCodec();
    decoder = new EntryDecoder();
    shared = LogRecord.of(new Entry());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> consumed, Collector<LogRecord> out) {
    out.collect(read(consumed));
  }

  private LogRecord read(ConsumerRecord<byte[], byte[]> consumed) {
    if (decoder.decode(consumed.value(), shared.entry)) {
      shared.entry.partition = consumed.partition();
      shared.entry.offset = consumed.offset();
      shared.entry.replayedTo = replayedTo(consumed);
      return shared;
    }
    return readByCodec(consumed);
  }

  private LogRecord readByCodec(ConsumerRecord<byte[], byte[]> consumed) {
    try {
      SpecificRecord message = codec.decode(consumed.value());
      if (message instanceof Tick tick) {
        return LogRecord.tick(tick.getTime().toEpochMilli());
      }
      if (message instanceof Term term) {
        return LogRecord.of(TermChange.of(term));
      }
      Entry entry = EntryReading.read((LogEntry) message);
      entry.partition = consumed.partition();
      entry.offset = consumed.offset();
      entry.replayedTo = replayedTo(consumed);
      return LogRecord.of(entry);
    } catch (UndecodableEvent e) {
      DeadLetter dead = new DeadLetter();
      dead.key = consumed.key();
      dead.value = consumed.value();
      dead.reason = e.getMessage();
      dead.topic = consumed.topic();
      dead.partition = consumed.partition();
      dead.offset = consumed.offset();
      return LogRecord.of(dead);
    }
  }

  private static int replayedTo(ConsumerRecord<byte[], byte[]> consumed) {
    Header mark = consumed.headers().lastHeader(ReplayMark.HEADER);
    return mark == null ? ReplayMark.NONE : ReplayMark.read(mark.value());
  }

  @Override
  public TypeInformation<LogRecord> getProducedType() {
    return TypeInformation.of(LogRecord.class);
  }
}
