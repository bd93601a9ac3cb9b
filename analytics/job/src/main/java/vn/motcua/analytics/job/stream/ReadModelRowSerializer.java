package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.readmodel.ReadModelRow;
import vn.motcua.analytics.job.readmodel.SetAside;

/** Rows for the read model between operators. */
public final class ReadModelRowSerializer extends PlainSerializer<ReadModelRow> {

  private static final long serialVersionUID = 1L;

  static final ReadModelRowSerializer INSTANCE = new ReadModelRowSerializer();

  private static final byte CELL = 0;
  private static final byte DOSSIER = 1;
  private static final byte SET_ASIDE = 2;

  @Override
  public void serialize(ReadModelRow row, DataOutputView out) throws IOException {
    if (row.cell != null) {
      out.writeByte(CELL);
      CellBytes.write(row.cell, row.counts, out);
    } else if (row.dossier != null) {
      out.writeByte(DOSSIER);
      DossierRowSerializer.INSTANCE.serialize(row.dossier, out);
    } else {
      out.writeByte(SET_ASIDE);
      out.writeUTF(row.setAside.topic);
      out.writeInt(row.setAside.partition);
      out.writeLong(row.setAside.offset);
      out.writeUTF(row.setAside.reason);
      out.writeLong(row.setAside.dossierId);
    }
  }

  @Override
  public ReadModelRow deserialize(DataInputView in) throws IOException {
    switch (in.readByte()) {
      case CELL -> {
        Cell cell = CellBytes.readCell(in);
        return ReadModelRow.of(cell, CellBytes.readValues(cell, in));
      }
      case DOSSIER -> {
        return ReadModelRow.of(DossierRowSerializer.INSTANCE.deserialize(in));
      }
      default -> {
        String topic = in.readUTF();
        int partition = in.readInt();
        long offset = in.readLong();
        return ReadModelRow.of(SetAside.of(topic, partition, offset, in.readUTF(), in.readLong()));
      }
    }
  }

  @Override
  public TypeSerializerSnapshot<ReadModelRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serialiser. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ReadModelRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
