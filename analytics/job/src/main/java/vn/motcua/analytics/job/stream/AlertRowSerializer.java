package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.watch.AlertKind;
import vn.motcua.analytics.job.watch.AlertRow;

/** Alerts between operators. */
public final class AlertRowSerializer extends PlainSerializer<AlertRow> {

  private static final long serialVersionUID = 1L;

  static final AlertRowSerializer INSTANCE = new AlertRowSerializer();

  private static final AlertKind[] KINDS = AlertKind.values();

  @Override
  public void serialize(AlertRow row, DataOutputView out) throws IOException {
    out.writeLong(row.dossierId);
    out.writeInt(row.datasetId);
    out.writeByte(row.kind.ordinal());
    out.writeInt(row.sequence);
    out.writeInt(row.unitId);
    out.writeInt(row.branchId);
    out.writeInt(row.procedureId);
    out.writeLong(row.raisedAt);
    out.writeLong(row.clearedAt);
    out.writeLong(row.dueAt);
    out.writeBoolean(row.withdrawn);
    out.writeLong(row.thingId);
  }

  @Override
  public AlertRow deserialize(DataInputView in) throws IOException {
    AlertRow row = deserializeWithoutThing(in);
    row.thingId = in.readLong();
    return row;
  }

  /** As rows were before alerts were of anything but dossiers. */
  AlertRow deserializeWithoutThing(DataInputView in) throws IOException {
    AlertRow row = new AlertRow();
    row.dossierId = in.readLong();
    row.datasetId = in.readInt();
    row.kind = KINDS[in.readByte()];
    row.sequence = in.readInt();
    row.unitId = in.readInt();
    row.branchId = in.readInt();
    row.procedureId = in.readInt();
    row.raisedAt = in.readLong();
    row.clearedAt = in.readLong();
    row.dueAt = in.readLong();
    row.withdrawn = in.readBoolean();
    return row;
  }

  @Override
  public TypeSerializerSnapshot<AlertRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serialiser. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<AlertRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
