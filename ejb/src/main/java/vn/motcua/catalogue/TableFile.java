package vn.motcua.catalogue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** A table as a file: XLSX, or CSV in UTF-8; the first line names the columns. */
final class TableFile {

  static final int MOST_LINES = 5_000;
  static final int MOST_MEGABYTES = 10;
  private static final long UNPACKED = 100L * 1024 * 1024;
  private static final String MARK = "\ufeff";

  /**
   * @param number in the file, from 1
   * @param cells by column, as they stand there
   */
  record Line(int number, Map<String, String> cells) {}

  private TableFile() {}

  /**
   * @throws CatalogueFailure.FileUnreadable where it is no table
   * @throws CatalogueFailure.FileLarge where it has too many lines or bytes
   */
  static List<Line> read(byte[] content) {
    if (content.length > MOST_MEGABYTES * 1024 * 1024) {
      throw new CatalogueFailure.FileLarge(MOST_LINES, MOST_MEGABYTES);
    }
    try {
      boolean zip = content.length > 3 && content[0] == 'P' && content[1] == 'K';
      List<Line> lines = zip ? xlsx(content) : csv(content);
      if (lines.isEmpty()) {
        throw new CatalogueFailure.FileUnreadable("0 dòng");
      }
      return lines;
    } catch (IOException | IllegalArgumentException | ExcelReaderException e) {
      throw new CatalogueFailure.FileUnreadable(e.getClass().getSimpleName());
    }
  }

  private static List<Line> csv(byte[] content) throws IOException {
    String text =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(content))
            .toString();
    text = text.startsWith(MARK) ? text.substring(1) : text;
    String head = text.lines().findFirst().orElse("");
    char separator =
        head.contains(";") && !head.contains(",") ? ';' : head.contains("\t") ? '\t' : ',';
    List<Line> lines = new ArrayList<>();
    List<String> columns = null;
    try (var parser =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).get().parse(new StringReader(text))) {
      for (CSVRecord record : parser) {
        List<String> cells = record.toList();
        if (columns == null) {
          columns = cells;
        } else {
          add(lines, columns, (int) parser.getCurrentLineNumber(), cells);
        }
      }
    }
    return lines;
  }

  private static List<Line> xlsx(byte[] content) throws IOException {
    refuseBomb(content);
    List<Line> lines = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(content));
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      List<String> columns = null;
      for (Row row : (Iterable<Row>) rows::iterator) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
          cells.add(row.getCellText(i));
        }
        if (columns == null) {
          columns = cells;
        } else {
          add(lines, columns, row.getRowNum(), cells);
        }
      }
    }
    return lines;
  }

  /** What a small file unpacks to is counted before anybody reads it. */
  private static void refuseBomb(byte[] content) throws IOException {
    long unpacked = 0;
    byte[] some = new byte[65_536];
    try (ZipFile zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
        try (InputStream unpacking = zip.getInputStream(entry)) {
          for (int read = unpacking.read(some); read >= 0; read = unpacking.read(some)) {
            unpacked += read;
            if (unpacked > UNPACKED) {
              throw new CatalogueFailure.FileLarge(MOST_LINES, MOST_MEGABYTES);
            }
          }
        }
      }
    }
  }

  private static void add(List<Line> lines, List<String> columns, int number, List<String> cells) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), cells.size()); i++) {
      named.put(ProcedureSheet.clean(columns.get(i)), ProcedureSheet.clean(cells.get(i)));
    }
    if (named.values().stream().allMatch(String::isEmpty)) {
      return;
    }
    if (lines.size() == MOST_LINES) {
      throw new CatalogueFailure.FileLarge(MOST_LINES, MOST_MEGABYTES);
    }
    lines.add(new Line(number, named));
  }

  /** With a byte order mark, so that a spreadsheet reads it as UTF-8. */
  static byte[] csv(List<String> columns, List<Map<String, String>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      writer.write(MARK);
      try (CSVPrinter printer = new CSVPrinter(writer, CSVFormat.DEFAULT)) {
        printer.printRecord(columns);
        for (Map<String, String> row : rows) {
          printer.printRecord(columns.stream().map(column -> harmless(row.get(column))).toList());
        }
      }
    }
    return bytes.toByteArray();
  }

  static byte[] xlsx(List<String> columns, List<Map<String, String>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Motcua", "1.0")) {
      Worksheet sheet = book.newWorksheet("Danh mục TTHC");
      for (int column = 0; column < columns.size(); column++) {
        sheet.value(0, column, columns.get(column));
        sheet.style(0, column).bold().set();
        for (int row = 0; row < rows.size(); row++) {
          String text = rows.get(row).get(columns.get(column));
          if (!text.isEmpty()) {
            sheet.value(row + 1, column, text);
          }
        }
      }
      sheet.freezePane(1, 1);
    }
    return bytes.toByteArray();
  }

  /** A spreadsheet takes a text that begins so for a formula; a space before it makes it a text. */
  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0 ? " " + text : text;
  }
}
