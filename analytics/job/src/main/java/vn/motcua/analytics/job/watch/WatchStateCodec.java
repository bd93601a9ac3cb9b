package vn.motcua.analytics.job.watch;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import vn.motcua.analytics.job.facts.PackedBytes;

/**
 * What is kept of a watched dossier, in as few bytes as can be. Moments are kept as distances from
 * the reception, numbers in as many bytes as they need. Begins with a version; what an older
 * version wrote must stay readable for as long as savepoints of it may be restored.
 *
 * <p>Not thread-safe.
 */
final class WatchStateCodec {

  private static final int VERSION = 2;

  /** Numbers in their full width, and the dossier's id although it is the key. */
  private static final int WIDE = 1;

  private static final int OPEN = 1;
  private static final int PAUSED = 1 << 1;
  private static final int SUSPENDED = 1 << 2;
  private static final int OVERDUE = 1 << 3;

  private static final AlertKind[] KINDS = AlertKind.values();

  private final PackedBytes packed = new PackedBytes();

  byte[] encode(WatchState state) {
    WatchedDossier dossier = state.dossier;
    long base = dossier.receivedAt;
    packed.begin();
    packed.octet(VERSION);
    packed.octet(
        (dossier.open ? OPEN : 0)
            | (dossier.paused ? PAUSED : 0)
            | (dossier.suspended ? SUSPENDED : 0)
            | (dossier.overdue ? OVERDUE : 0));
    packed.number(base);
    packed.number(dossier.datasetId);
    packed.number(dossier.unitId);
    packed.number(dossier.branchId);
    packed.number(dossier.procedureId);
    packed.moment(dossier.dueAt, base);
    packed.moment(dossier.dueSoonAt, base);
    packed.number(dossier.dueSequence);
    packed.number(dossier.dueSince - base);
    packed.number(dossier.deedSequence);
    packed.number(dossier.deedAt - base);
    packed.moment(dossier.untouchedAt, base);
    writeSettled(dossier.settled, base);
    writeTold(state, base);
    packed.number(state.toldUnit);
    packed.moment(state.lookedAt, base);
    packed.moment(state.armedFor, base);
    return packed.bytes();
  }

  private void writeSettled(List<WatchedAlert> settled, long base) {
    packed.number(settled.size());
    for (WatchedAlert alert : settled) {
      write(alert, base);
    }
  }

  /** Most of what was told is settled: its place there says it all. */
  private void writeTold(WatchState state, long base) {
    packed.number(state.told.size());
    for (WatchedAlert alert : state.told) {
      int place = state.dossier.settled.indexOf(alert);
      packed.number(place);
      if (place < 0) {
        write(alert, base);
      }
    }
  }

  private void write(WatchedAlert alert, long base) {
    packed.octet(alert.kind().ordinal());
    packed.number(alert.sequence());
    packed.number(alert.raisedAt() - base);
    packed.moment(alert.clearedAt(), base);
    packed.moment(alert.dueAt(), base);
  }

  /**
   * @param bytes what {@link #encode} gave, of this version or one before
   * @throws IOException when a later version wrote them
   */
  WatchState decode(byte[] bytes, long dossierId) throws IOException {
    if (bytes[0] == WIDE) {
      return decodeWide(bytes);
    }
    if (bytes[0] != VERSION) {
      throw new IOException("Unknown version " + bytes[0] + " of a watched dossier");
    }
    packed.begin(bytes);
    packed.octet();
    WatchState state = new WatchState();
    WatchedDossier dossier = state.dossier;
    dossier.dossierId = dossierId;
    read(dossier, packed.octet());
    long base = packed.number();
    dossier.receivedAt = base;
    dossier.datasetId = (int) packed.number();
    dossier.unitId = (int) packed.number();
    dossier.branchId = (int) packed.number();
    dossier.procedureId = (int) packed.number();
    dossier.dueAt = packed.moment(base);
    dossier.dueSoonAt = packed.moment(base);
    dossier.dueSequence = (int) packed.number();
    dossier.dueSince = packed.number() + base;
    dossier.deedSequence = (int) packed.number();
    dossier.deedAt = packed.number() + base;
    dossier.untouchedAt = packed.moment(base);
    for (long left = packed.number(); left > 0; left--) {
      dossier.settled.add(read(base));
    }
    for (long left = packed.number(); left > 0; left--) {
      int place = (int) packed.number();
      state.told.add(place < 0 ? read(base) : dossier.settled.get(place));
    }
    state.toldUnit = (int) packed.number();
    state.lookedAt = packed.moment(base);
    state.armedFor = packed.moment(base);
    return state;
  }

  private static void read(WatchedDossier dossier, int flags) {
    dossier.open = (flags & OPEN) != 0;
    dossier.paused = (flags & PAUSED) != 0;
    dossier.suspended = (flags & SUSPENDED) != 0;
    dossier.overdue = (flags & OVERDUE) != 0;
  }

  private WatchedAlert read(long base) {
    AlertKind kind = KINDS[packed.octet()];
    int sequence = (int) packed.number();
    long raisedAt = packed.number() + base;
    long clearedAt = packed.moment(base);
    return new WatchedAlert(kind, sequence, raisedAt, clearedAt, packed.moment(base));
  }

  private static WatchState decodeWide(byte[] bytes) throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    in.readByte();
    WatchState state = new WatchState();
    WatchedDossier dossier = state.dossier;
    dossier.dossierId = in.readLong();
    dossier.datasetId = in.readInt();
    dossier.unitId = in.readInt();
    dossier.branchId = in.readInt();
    dossier.procedureId = in.readInt();
    dossier.receivedAt = in.readLong();
    read(dossier, in.readByte());
    dossier.dueAt = in.readLong();
    dossier.dueSoonAt = in.readLong();
    dossier.dueSequence = in.readInt();
    dossier.dueSince = in.readLong();
    dossier.deedSequence = in.readInt();
    dossier.deedAt = in.readLong();
    dossier.untouchedAt = in.readLong();
    readWide(in, dossier.settled);
    readWide(in, state.told);
    state.toldUnit = in.readInt();
    state.lookedAt = in.readLong();
    state.armedFor = in.readLong();
    return state;
  }

  private static void readWide(DataInputDeserializer in, List<WatchedAlert> alerts)
      throws IOException {
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      alerts.add(
          new WatchedAlert(
              KINDS[in.readByte()], in.readInt(), in.readLong(), in.readLong(), in.readLong()));
    }
  }
}
