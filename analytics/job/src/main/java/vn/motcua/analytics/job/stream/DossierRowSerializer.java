package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

/** Rows of dossiers between operators. */
public final class DossierRowSerializer extends PlainSerializer<DossierRow> {

  private static final long serialVersionUID = 1L;

  static final DossierRowSerializer INSTANCE = new DossierRowSerializer();

  private static final Channel[] CHANNELS = Channel.values();
  private static final Standing[] STANDINGS = Standing.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  @Override
  public void serialize(DossierRow row, DataOutputView out) throws IOException {
    out.writeLong(row.dossierId);
    out.writeInt(row.datasetId);
    out.writeInt(row.sequence);
    out.writeInt(row.unitId);
    out.writeInt(row.branchId);
    out.writeInt(row.fieldId);
    out.writeInt(row.procedureId);
    out.writeByte(row.channel.ordinal());
    out.writeByte(row.standing.ordinal());
    out.writeByte(row.outcome == null ? -1 : row.outcome.ordinal());
    out.writeLong(row.receivedAt);
    out.writeLong(row.dueAt);
    out.writeLong(row.originalDueAt);
    out.writeLong(row.overdueSince);
    out.writeLong(row.endedAt);
    out.writeLong(row.returnedAt);
    out.writeBoolean(row.fresh);
  }

  @Override
  public DossierRow deserialize(DataInputView in) throws IOException {
    DossierRow row = new DossierRow();
    row.dossierId = in.readLong();
    row.datasetId = in.readInt();
    row.sequence = in.readInt();
    row.unitId = in.readInt();
    row.branchId = in.readInt();
    row.fieldId = in.readInt();
    row.procedureId = in.readInt();
    row.channel = CHANNELS[in.readByte()];
    row.standing = STANDINGS[in.readByte()];
    int outcome = in.readByte();
    row.outcome = outcome < 0 ? null : OUTCOMES[outcome];
    row.receivedAt = in.readLong();
    row.dueAt = in.readLong();
    row.originalDueAt = in.readLong();
    row.overdueSince = in.readLong();
    row.endedAt = in.readLong();
    row.returnedAt = in.readLong();
    row.fresh = in.readBoolean();
    return row;
  }

  @Override
  public TypeSerializerSnapshot<DossierRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serialiser. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DossierRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
