package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Entry.Kind;
import vn.motcua.events.Channel;
import vn.motcua.events.DueCause;
import vn.motcua.events.Outcome;

/**
 * Entries between operators and in state: what an entry's kind does not speak of takes no byte.
 * Begins with a version, so that entries which a savepoint of today holds can be read tomorrow.
 */
public final class EntrySerializer extends TypeSerializerSingleton<Entry> {

  private static final long serialVersionUID = 1L;

  public static final EntrySerializer INSTANCE = new EntrySerializer();

  private static final int VERSION = 1;

  private static final int DUE = 1;
  private static final int BODIES = 1 << 1;
  private static final int FIELD = 1 << 2;
  private static final int RECEIPT = 1 << 3;
  private static final int RATING = 1 << 4;
  private static final int CORRECTION = 1 << 5;
  private static final int MINUTES = 1 << 6;
  private static final int CONSTANTS = 1 << 7;

  /** Among the truths: so an ordinary entry has the bytes it always had. */
  private static final int REPLAYED = 1 << 6;

  private static final int WAS_OVERDUE = 1 << 7;

  private static final Kind[] KINDS = Kind.values();
  private static final Channel[] CHANNELS = Channel.values();
  private static final DueCause[] CAUSES = DueCause.values();
  private static final Outcome[] OUTCOMES = Outcome.values();

  @Override
  public void serialize(Entry entry, DataOutputView out) throws IOException {
    int parts = parts(entry);
    out.writeByte(VERSION);
    out.writeByte(parts);
    out.writeByte(entry.kind.ordinal());
    out.writeByte(truths(entry));
    out.writeLong(entry.dossierId);
    out.writeInt(entry.datasetId);
    out.writeInt(entry.sequence);
    out.writeLong(entry.occurredAt);
    out.writeLong(entry.moment);
    out.writeInt(entry.partition);
    out.writeLong(entry.offset);
    if ((parts & DUE) != 0) {
      out.writeLong(entry.dueAt);
    }
    if ((parts & BODIES) != 0) {
      out.writeInt(entry.unitId);
      out.writeInt(entry.branchId);
    }
    if ((parts & FIELD) != 0) {
      out.writeInt(entry.fieldId);
    }
    if ((parts & CONSTANTS) != 0) {
      out.writeByte(entry.channel == null ? -1 : entry.channel.ordinal());
      out.writeByte(entry.dueCause == null ? -1 : entry.dueCause.ordinal());
      out.writeByte(entry.outcome == null ? -1 : entry.outcome.ordinal());
    }
    if ((parts & RECEIPT) != 0) {
      out.writeInt(entry.procedureId);
      out.writeInt(entry.baselineSteps);
      out.writeInt(entry.baselineMinutes);
      out.writeInt(entry.papersBaseline);
      out.writeInt(entry.papersBrought);
      ZoneText.write(entry.zone, out);
    }
    if ((parts & RATING) != 0) {
      out.writeInt(entry.answers);
      out.writeInt(entry.satisfied);
      out.writeInt(entry.trust);
    }
    if ((parts & CORRECTION) != 0) {
      out.writeLong(entry.receivedAt);
      out.writeLong(entry.finishedAt);
    }
    if ((parts & MINUTES) != 0) {
      out.writeInt(entry.usedMinutes);
    }
    if (entry.replayedTo != 0) {
      out.writeInt(entry.replayedTo);
    }
  }

  private static int parts(Entry entry) {
    int parts = entry.dueAt == Entry.NONE ? 0 : DUE;
    parts |= entry.unitId == Entry.NO_ID && entry.branchId == Entry.NO_ID ? 0 : BODIES;
    parts |= entry.fieldId == Entry.NO_ID ? 0 : FIELD;
    parts |= entry.procedureId == Entry.NO_ID && entry.zone == null ? 0 : RECEIPT;
    parts |= (entry.answers | entry.satisfied | entry.trust) == 0 ? 0 : RATING;
    parts |= entry.receivedAt == Entry.NONE && entry.finishedAt == Entry.NONE ? 0 : CORRECTION;
    parts |= entry.usedMinutes == -1 ? 0 : MINUTES;
    boolean constants = entry.channel != null || entry.dueCause != null || entry.outcome != null;
    return parts | (constants ? CONSTANTS : 0);
  }

  private static int truths(Entry entry) {
    return (entry.live ? 1 : 0)
        | (entry.lawful ? 2 : 0)
        | (entry.opensEpisode ? 4 : 0)
        | (entry.secondOfEpisode ? 8 : 0)
        | (entry.recheck ? 16 : 0)
        | (entry.ratedOnTablet ? 32 : 0)
        | (entry.replayedTo != 0 ? REPLAYED : 0)
        | (entry.wasOverdue ? WAS_OVERDUE : 0);
  }

  @Override
  public Entry deserialize(DataInputView in) throws IOException {
    return deserialize(new Entry(), in);
  }

  @Override
  public Entry deserialize(Entry entry, DataInputView in) throws IOException {
    int version = in.readByte();
    if (version != VERSION) {
      throw new IOException("Unknown version " + version + " of an entry");
    }
    entry.clear();
    int parts = in.readByte();
    entry.kind = KINDS[in.readByte()];
    int truths = in.readByte();
    entry.live = (truths & 1) != 0;
    entry.lawful = (truths & 2) != 0;
    entry.opensEpisode = (truths & 4) != 0;
    entry.secondOfEpisode = (truths & 8) != 0;
    entry.recheck = (truths & 16) != 0;
    entry.ratedOnTablet = (truths & 32) != 0;
    entry.wasOverdue = (truths & WAS_OVERDUE) != 0;
    entry.dossierId = in.readLong();
    entry.datasetId = in.readInt();
    entry.sequence = in.readInt();
    entry.occurredAt = in.readLong();
    entry.moment = in.readLong();
    entry.partition = in.readInt();
    entry.offset = in.readLong();
    if ((parts & DUE) != 0) {
      entry.dueAt = in.readLong();
    }
    if ((parts & BODIES) != 0) {
      entry.unitId = in.readInt();
      entry.branchId = in.readInt();
    }
    if ((parts & FIELD) != 0) {
      entry.fieldId = in.readInt();
    }
    if ((parts & CONSTANTS) != 0) {
      entry.channel = constant(CHANNELS, in.readByte());
      entry.dueCause = constant(CAUSES, in.readByte());
      entry.outcome = constant(OUTCOMES, in.readByte());
    }
    if ((parts & RECEIPT) != 0) {
      entry.procedureId = in.readInt();
      entry.baselineSteps = in.readInt();
      entry.baselineMinutes = in.readInt();
      entry.papersBaseline = in.readInt();
      entry.papersBrought = in.readInt();
      entry.zone = ZoneText.read(in);
    }
    if ((parts & RATING) != 0) {
      entry.answers = in.readInt();
      entry.satisfied = in.readInt();
      entry.trust = in.readInt();
    }
    if ((parts & CORRECTION) != 0) {
      entry.receivedAt = in.readLong();
      entry.finishedAt = in.readLong();
    }
    if ((parts & MINUTES) != 0) {
      entry.usedMinutes = in.readInt();
    }
    if ((truths & REPLAYED) != 0) {
      entry.replayedTo = in.readInt();
    }
    return entry;
  }

  private static <T> T constant(T[] constants, int ordinal) {
    return ordinal < 0 ? null : constants[ordinal];
  }

  @Override
  public boolean isImmutableType() {
    return false;
  }

  @Override
  public Entry createInstance() {
    return new Entry();
  }

  @Override
  public Entry copy(Entry from) {
    return SerializedType.copy(this, from);
  }

  @Override
  public Entry copy(Entry from, Entry reuse) {
    return copy(from);
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void copy(DataInputView from, DataOutputView to) throws IOException {
    serialize(deserialize(from), to);
  }

  @Override
  public TypeSerializerSnapshot<Entry> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serialiser. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Entry> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
