package vn.motcua.eventlog.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** Rows gathered in memory in the text format of PostgreSQL's COPY, and written in one go. */
public final class CopyText {

  private static final HexFormat HEX = HexFormat.of();

  private final String statement;
  private final StringBuilder rows = new StringBuilder();
  private int count;

  /**
   * @param target the table with its columns, such as {@code t (a, b)}
   */
  public CopyText(String target) {
    statement = "copy " + target + " from stdin";
  }

  /**
   * Null becomes SQL null; texts, arrays of texts, bytes and whatever prints as PostgreSQL reads it
   * (numbers, instants, UUIDs, enums).
   */
  public void row(Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        rows.append('\t');
      }
      switch (values[i]) {
        case null -> rows.append("\\N");
        case byte[] bytes -> HEX.formatHex(rows.append("\\\\x"), bytes);
        case String[] texts -> array(texts);
        case Object value -> text(value.toString());
      }
    }
    rows.append('\n');
    count++;
  }

  /** How many rows wait. */
  public int count() {
    return count;
  }

  /** How many characters wait, to bound memory. */
  public int size() {
    return rows.length();
  }

  /** Writes all rows; they stay until {@link #clear}, since the transaction may still fail. */
  public void writeTo(Connection connection) throws SQLException {
    if (count == 0) {
      return;
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(statement, new StringReader(rows.toString()), 64 * 1024);
    } catch (IOException neverFromMemory) {
      throw new UncheckedIOException(neverFromMemory);
    }
  }

  /** Forgets the rows, after the transaction that wrote them was committed. */
  public void clear() {
    rows.setLength(0);
    count = 0;
  }

  private void text(String value) {
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      switch (letter) {
        case '\\' -> rows.append("\\\\");
        case '\t' -> rows.append("\\t");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\0' -> {}
        default -> rows.append(letter);
      }
    }
  }

  private void array(String[] texts) {
    StringBuilder literal = new StringBuilder("{");
    for (String text : texts) {
      if (literal.length() > 1) {
        literal.append(',');
      }
      if (text == null) {
        literal.append("NULL");
      } else {
        literal.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
      }
    }
    text(literal.append('}').toString());
  }
}
