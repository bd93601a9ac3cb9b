package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.figures.Cell;

/** Changes of cells between operators. Never in state. */
public final class CellChangeSerializer extends PlainSerializer<CellChange> {

  private static final long serialVersionUID = 1L;

  static final CellChangeSerializer INSTANCE = new CellChangeSerializer();

  @Override
  public void serialize(CellChange change, DataOutputView out) throws IOException {
    CellBytes.write(change.cell, change.difference, out);
  }

  @Override
  public CellChange deserialize(DataInputView in) throws IOException {
    Cell cell = CellBytes.readCell(in);
    return CellChange.of(cell, CellBytes.readValues(cell, in));
  }

  @Override
  public TypeSerializerSnapshot<CellChange> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serialiser. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CellChange> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
