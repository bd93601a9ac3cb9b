package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.readmodel.ReadModelRow;
import vn.motcua.analytics.job.readmodel.SetAside;

/**
 * Rows for the read model between operators. Those that a checkpoint found unwritten are kept in
 * the same bytes, under the version of {@code UnwrittenRowsSerializer}: count it up when they
 * change.
 */
public final class ReadModelRowSerializer extends PlainSerializer<ReadModelRow> {

  private static final long serialVersionUID = 1L;

  public static final ReadModelRowSerializer INSTANCE = new ReadModelRowSerializer();

  private static final byte FRESH_CELL = 4;
  private static final byte CELL = 0;
  private static final byte DOSSIER = 1;
  private static final byte SET_ASIDE = 2;
  private static final byte ALERT_WITHOUT_THING = 3;
  private static final byte ALERT = 5;

  @Override
  public void serialize(ReadModelRow row, DataOutputView out) throws IOException {
    if (row.cell != null) {
      out.writeByte(row.fresh ? FRESH_CELL : CELL);
      CellBytes.write(row.cell, row.counts, out);
    } else if (row.dossier != null) {
      out.writeByte(DOSSIER);
      DossierRowSerializer.INSTANCE.serialize(row.dossier, out);
    } else if (row.alert != null) {
      out.writeByte(ALERT);
      AlertRowSerializer.INSTANCE.serialize(row.alert, out);
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
    byte kind = in.readByte();
    switch (kind) {
      case CELL, FRESH_CELL -> {
        Cell cell = CellBytes.readCell(in);
        ReadModelRow row = ReadModelRow.of(cell, CellBytes.readValues(cell, in));
        row.fresh = kind == FRESH_CELL;
        return row;
      }
      case DOSSIER -> {
        return ReadModelRow.of(DossierRowSerializer.INSTANCE.deserialize(in));
      }
      case ALERT_WITHOUT_THING -> {
        return ReadModelRow.of(AlertRowSerializer.INSTANCE.deserializeWithoutThing(in));
      }
      case ALERT -> {
        return ReadModelRow.of(AlertRowSerializer.INSTANCE.deserialize(in));
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
