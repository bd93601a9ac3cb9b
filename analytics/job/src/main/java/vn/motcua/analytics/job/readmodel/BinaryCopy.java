package vn.motcua.analytics.job.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import vn.motcua.analytics.job.facts.Entry;

/**
 * Many rows into one table by PostgreSQL's binary COPY: neither side has to write numbers as text.
 * Must be ended by {@link #end}; where something fails before, the transaction is rolled back.
 */
final class BinaryCopy {

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };

  /** PostgreSQL counts moments from here, in microseconds. */
  private static final long EPOCH_2000 = 946_684_800_000L;

  /** PostgreSQL counts days from here. */
  private static final int DAY_2000 = 10_957;

  private static final int BLOCK = 1 << 16;
  private static final int NULL = -1;

  private final CopyIn copy;
  private byte[] buffer = new byte[BLOCK + 4096];
  private int at;

  BinaryCopy(Connection connection, String table, String columns) throws SQLException {
    copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s (%s) from stdin (format binary)".formatted(table, columns));
    System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
    at = HEADER.length;
  }

  void row(int columns) throws SQLException {
    if (at >= BLOCK) {
      send();
    }
    twoBytes(columns);
  }

  void integer(int value) {
    fourBytes(Integer.BYTES);
    fourBytes(value);
  }

  void bigint(long value) {
    fourBytes(Long.BYTES);
    eightBytes(value);
  }

  void uuid(UUID value) {
    fourBytes(2 * Long.BYTES);
    eightBytes(value.getMostSignificantBits());
    eightBytes(value.getLeastSignificantBits());
  }

  void truth(boolean value) {
    fourBytes(1);
    buffer[at++] = (byte) (value ? 1 : 0);
  }

  /**
   * @param day days since 1970-01-01
   */
  void date(long day) {
    integer((int) (day - DAY_2000));
  }

  /**
   * @param moment UTC milliseconds, {@link Entry#NONE} for null
   */
  void moment(long moment) {
    if (moment == Entry.NONE) {
      fourBytes(NULL);
    } else {
      bigint((moment - EPOCH_2000) * 1000);
    }
  }

  /** The name of a constant, or null. */
  void name(Enum<?> constant) {
    if (constant == null) {
      fourBytes(NULL);
      return;
    }
    byte[] name = constant.name().getBytes(StandardCharsets.US_ASCII);
    fourBytes(name.length);
    System.arraycopy(name, 0, buffer, at, name.length);
    at += name.length;
  }

  void end() throws SQLException {
    twoBytes(NULL);
    send();
    copy.endCopy();
  }

  private void send() throws SQLException {
    copy.writeToCopy(buffer, 0, at);
    at = 0;
  }

  private void room(int bytes) {
    if (at + bytes > buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
  }

  private void twoBytes(int value) {
    room(2048);
    buffer[at++] = (byte) (value >> 8);
    buffer[at++] = (byte) value;
  }

  private void fourBytes(int value) {
    buffer[at++] = (byte) (value >> 24);
    buffer[at++] = (byte) (value >> 16);
    buffer[at++] = (byte) (value >> 8);
    buffer[at++] = (byte) value;
  }

  private void eightBytes(long value) {
    fourBytes((int) (value >> 32));
    fourBytes((int) value);
  }
}
