package vn.motcua.analytics.job.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import vn.motcua.analytics.job.facts.Entry;

/** What is kept of a dossier between two looks, as bytes with a version in front. */
final class WatchState {

  private static final byte VERSION = 1;
  private static final AlertKind[] KINDS = AlertKind.values();

  WatchedDossier dossier = new WatchedDossier();

  /** What was handed on and may still change. */
  List<WatchedAlert> told = new ArrayList<>();

  /** The body with which it was told. */
  int toldUnit;

  /** T of the last look. Never goes back: after a restart the ticks come again from before. */
  long lookedAt = Entry.NONE;

  long armedFor = Entry.NONE;

  byte[] encode() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeByte(VERSION);
    out.writeLong(dossier.dossierId);
    out.writeInt(dossier.datasetId);
    out.writeInt(dossier.unitId);
    out.writeInt(dossier.branchId);
    out.writeInt(dossier.procedureId);
    out.writeLong(dossier.receivedAt);
    out.writeByte(
        (dossier.open ? 1 : 0)
            | (dossier.paused ? 2 : 0)
            | (dossier.suspended ? 4 : 0)
            | (dossier.overdue ? 8 : 0));
    out.writeLong(dossier.dueAt);
    out.writeLong(dossier.dueSoonAt);
    out.writeInt(dossier.dueSequence);
    out.writeLong(dossier.dueSince);
    out.writeInt(dossier.deedSequence);
    out.writeLong(dossier.deedAt);
    out.writeLong(dossier.untouchedAt);
    write(dossier.settled, out);
    write(told, out);
    out.writeInt(toldUnit);
    out.writeLong(lookedAt);
    out.writeLong(armedFor);
    return out.getCopyOfBuffer();
  }

  static WatchState decode(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    byte version = in.readByte();
    if (version != VERSION) {
      throw new IOException("Unknown version " + version + " of a watched dossier");
    }
    WatchState state = new WatchState();
    WatchedDossier dossier = state.dossier;
    dossier.dossierId = in.readLong();
    dossier.datasetId = in.readInt();
    dossier.unitId = in.readInt();
    dossier.branchId = in.readInt();
    dossier.procedureId = in.readInt();
    dossier.receivedAt = in.readLong();
    int flags = in.readByte();
    dossier.open = (flags & 1) != 0;
    dossier.paused = (flags & 2) != 0;
    dossier.suspended = (flags & 4) != 0;
    dossier.overdue = (flags & 8) != 0;
    dossier.dueAt = in.readLong();
    dossier.dueSoonAt = in.readLong();
    dossier.dueSequence = in.readInt();
    dossier.dueSince = in.readLong();
    dossier.deedSequence = in.readInt();
    dossier.deedAt = in.readLong();
    dossier.untouchedAt = in.readLong();
    read(in, dossier.settled);
    read(in, state.told);
    state.toldUnit = in.readInt();
    state.lookedAt = in.readLong();
    state.armedFor = in.readLong();
    return state;
  }

  private static void write(List<WatchedAlert> alerts, DataOutputSerializer out)
      throws IOException {
    out.writeByte(alerts.size());
    for (WatchedAlert alert : alerts) {
      out.writeByte(alert.kind().ordinal());
      out.writeInt(alert.sequence());
      out.writeLong(alert.raisedAt());
      out.writeLong(alert.clearedAt());
      out.writeLong(alert.dueAt());
    }
  }

  private static void read(DataInputDeserializer in, List<WatchedAlert> alerts) throws IOException {
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      alerts.add(
          new WatchedAlert(
              KINDS[in.readByte()], in.readInt(), in.readLong(), in.readLong(), in.readLong()));
    }
  }
}
