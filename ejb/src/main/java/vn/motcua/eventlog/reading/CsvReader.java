package vn.motcua.eventlog.reading;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.motcua.eventlog.failure.LimitExceeded;
import vn.motcua.eventlog.failure.UnreadableFile;
import vn.motcua.eventlog.mapping.CsvDialect;

/**
 * Reads CSV and TSV: one event per row, in any order. Empty lines are read over. A row with another
 * number of fields than the header is told as such, since nobody can say which field is missing.
 */
final class CsvReader {

  private final Reader text;
  private final GuardedStream guard;
  private final ImportLimits limits;
  private final CsvDialect dialect;
  private final WantedKeys wanted;
  private final LogHandler handler;

  CsvReader(
      Reader text,
      GuardedStream guard,
      ImportLimits limits,
      CsvDialect dialect,
      WantedKeys wanted,
      LogHandler handler) {
    this.text = text;
    this.guard = guard;
    this.limits = limits;
    this.dialect = dialect;
    this.wanted = wanted;
    this.handler = handler;
  }

  void read() throws IOException {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(dialect.separator())
            .setQuote(dialect.quote())
            .setEscape(dialect.escape())
            .setIgnoreEmptyLines(false)
            .setRecordSeparator(null)
            .get();
    long line = 1;
    try (CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
      List<String> columns = dialect.columns();
      Iterator<CSVRecord> records = parser.iterator();
      long position = 0;
      while (true) {
        guard.itemBegins();
        line = parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          break;
        }
        CSVRecord row = records.next();
        if (row.size() == 1 && row.get(0).isEmpty()) {
          continue;
        }
        if (columns.isEmpty()) {
          columns = header(row);
          checkColumns(columns);
          continue;
        }
        if (position == 0) {
          checkColumns(columns);
        }
        position++;
        if (position > limits.events()) {
          throw new LimitExceeded("events", limits.events());
        }
        if (row.size() == columns.size()) {
          handler.event(new RawEvent(position, line, 0, values(row, columns)));
        } else {
          handler.raggedRow(position, line, row.size(), columns.size());
        }
      }
      if (columns.isEmpty()) {
        throw new UnreadableFile("csv-no-header");
      }
    } catch (UncheckedIOException wrapped) {
      throw malformed(wrapped.getCause(), line);
    } catch (IOException broken) {
      throw malformed(broken, line);
    }
  }

  /** Tells a row that cannot be parsed (an open quote) from a file that cannot be read. */
  private static IOException malformed(IOException cause, long line) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof CSVException) {
        throw new UnreadableFile("csv-malformed", line, inner.getMessage());
      }
    }
    return cause;
  }

  private static List<String> header(CSVRecord row) {
    List<String> columns = new ArrayList<>();
    row.forEach(name -> columns.add(Normalizer.normalize(name, Normalizer.Form.NFC).strip()));
    return columns;
  }

  private void checkColumns(List<String> columns) {
    if (columns.size() > limits.columns()) {
      throw new LimitExceeded("columns", limits.columns());
    }
    Set<String> seen = new HashSet<>();
    Set<String> absent = new TreeSet<>(wanted.ofEvents());
    for (String column : columns) {
      if (!seen.add(column) && wanted.ofEvents().contains(column)) {
        throw new UnreadableFile("csv-column-twice", column);
      }
      absent.remove(column);
    }
    if (!absent.isEmpty()) {
      throw new UnreadableFile(
          "csv-columns-missing", String.join(", ", absent), String.join(", ", columns));
    }
  }

  private Map<String, String> values(CSVRecord row, List<String> columns) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (wanted.ofEvents().contains(columns.get(i))) {
        values.put(columns.get(i), row.get(i));
      }
    }
    return values;
  }
}
