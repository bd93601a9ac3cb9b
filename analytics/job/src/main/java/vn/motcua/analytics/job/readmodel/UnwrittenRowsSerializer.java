package vn.motcua.analytics.job.readmodel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import vn.motcua.analytics.job.stream.ReadModelRowSerializer;

/** Rows that a checkpoint found not yet written. */
final class UnwrittenRowsSerializer implements SimpleVersionedSerializer<List<ReadModelRow>> {

  private static final int GENERAL = 2;
  private static final int PACKED = 3;

  /** Alerts with what they are of. The bytes themselves tell them from those of version 3. */
  private static final int PACKED_WITH_THINGS = 4;

  /** Flink's own way for any object, by which the second version was written. */
  private final TypeSerializer<ReadModelRow> general =
      TypeInformation.of(ReadModelRow.class).createSerializer(new SerializerConfigImpl());

  @Override
  public int getVersion() {
    return PACKED_WITH_THINGS;
  }

  @Override
  public byte[] serialize(List<ReadModelRow> rows) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64 + 64 * rows.size());
    out.writeInt(rows.size());
    for (ReadModelRow row : rows) {
      ReadModelRowSerializer.INSTANCE.serialize(row, out);
    }
    return out.getCopyOfBuffer();
  }

  @Override
  public List<ReadModelRow> deserialize(int version, byte[] bytes) throws IOException {
    if (version < GENERAL || version > PACKED_WITH_THINGS) {
      throw new IOException("Unknown version " + version + " of unwritten rows");
    }
    TypeSerializer<ReadModelRow> serializer =
        version >= PACKED ? ReadModelRowSerializer.INSTANCE : general;
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    int size = in.readInt();
    List<ReadModelRow> rows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      rows.add(serializer.deserialize(in));
    }
    return rows;
  }
}
