package vn.motcua.analytics.job.stream;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.RollUp;
import vn.motcua.events.Channel;

/** A cell and its values in bytes. Of the values only those that are not 0. */
final class CellBytes {

  private static final RollUp[] ROLL_UPS = RollUp.values();
  private static final Channel[] CHANNELS = Channel.values();

  private CellBytes() {}

  static void write(Cell cell, long[] values, DataOutputView out) throws IOException {
    out.writeByte(cell.rollUp().ordinal());
    out.writeByte(cell.channel().ordinal());
    out.writeBoolean(cell.dated());
    out.writeInt(cell.datasetId());
    if (cell.rollUp() == RollUp.INDICATORS) {
      out.writeLong(cell.day());
    } else {
      out.writeInt((int) cell.day());
    }
    out.writeInt(cell.bodyId());
    out.writeInt(cell.fieldId());
    int present = 0;
    for (long value : values) {
      present += value == 0 ? 0 : 1;
    }
    out.writeByte(present);
    for (int i = 0; i < values.length; i++) {
      if (values[i] != 0) {
        out.writeByte(i);
        out.writeLong(values[i]);
      }
    }
  }

  static Cell readCell(DataInputView in) throws IOException {
    RollUp rollUp = ROLL_UPS[in.readByte()];
    Channel channel = CHANNELS[in.readByte()];
    boolean dated = in.readBoolean();
    int datasetId = in.readInt();
    long day = rollUp == RollUp.INDICATORS ? in.readLong() : in.readInt();
    int bodyId = in.readInt();
    int fieldId = in.readInt();
    return new Cell(rollUp, datasetId, day, bodyId, fieldId, channel, dated);
  }

  static long[] readValues(Cell cell, DataInputView in) throws IOException {
    long[] values = new long[cell.rollUp().size()];
    int present = in.readByte();
    for (int i = 0; i < present; i++) {
      int index = in.readByte();
      values[index] = in.readLong();
    }
    return values;
  }
}
