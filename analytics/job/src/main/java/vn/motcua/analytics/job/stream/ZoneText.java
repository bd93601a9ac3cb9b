package vn.motcua.analytics.job.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A zone's name in bytes. The city's own zone takes one byte, being that of nearly all. */
final class ZoneText {

  private static final String CITY = "Asia/Ho_Chi_Minh";
  private static final int NONE = 0;
  private static final int OF_THE_CITY = 1;
  private static final int NAMED = 2;

  private ZoneText() {}

  /**
   * @param zone or null
   */
  static void write(String zone, DataOutputView out) throws IOException {
    if (zone == null) {
      out.writeByte(NONE);
    } else if (CITY.equals(zone)) {
      out.writeByte(OF_THE_CITY);
    } else {
      byte[] name = zone.getBytes(StandardCharsets.UTF_8);
      out.writeByte(NAMED);
      out.writeShort(name.length);
      out.write(name);
    }
  }

  static String read(DataInputView in) throws IOException {
    int form = in.readByte();
    if (form == NAMED) {
      byte[] name = new byte[in.readUnsignedShort()];
      in.readFully(name);
      return new String(name, StandardCharsets.UTF_8);
    }
    return form == OF_THE_CITY ? CITY : null;
  }
}
