package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.readmodel.ReadModelRow;

/** Rows for the read model between operators. */
public final class ReadModelRowSerializer extends PlainSerializer<ReadModelRow> {

  private static final long serialVersionUID = 1L;

  static final ReadModelRowSerializer INSTANCE = new ReadModelRowSerializer();

  @Override
  public void serialize(ReadModelRow row, DataOutputView out) throws IOException {
    out.writeBoolean(row.cell != null);
    if (row.cell != null) {
      CellBytes.write(row.cell, row.counts, out);
    } else {
      DossierRowSerializer.INSTANCE.serialize(row.dossier, out);
    }
  }

  @Override
  public ReadModelRow deserialize(DataInputView in) throws IOException {
    if (in.readBoolean()) {
      Cell cell = CellBytes.readCell(in);
      return ReadModelRow.of(cell, CellBytes.readValues(cell, in));
    }
    return ReadModelRow.of(DossierRowSerializer.INSTANCE.deserialize(in));
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
