package vn.motcua.reference;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A reference file as read: CSV in UTF-8, with comment lines before the columns. Among the comments
 * stand the edition's date ({@code # effective-from: 2025-07-01}) and the number of rows, by which
 * a file that was cut off is noticed.
 *
 * @param digest SHA-256 of the bytes
 * @param effectiveFrom the day from which this edition holds, in the city's zone
 * @param header the keys of the comment lines, in lower case
 * @param refusals rows that could not be read as rows
 */
record ReferenceFile(
    String name,
    String digest,
    LocalDate effectiveFrom,
    Map<String, String> header,
    List<ReferenceRow> rows,
    List<Refusal> refusals) {

  private static final Pattern HEADER_LINE = Pattern.compile("# ([a-z-]+): (.*)");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

  /**
   * @throws UnusableFile where nothing of the file can be trusted
   */
  static ReferenceFile read(String name, byte[] content, List<String> columns) throws UnusableFile {
    String text = decode(content);
    Map<String, String> header = header(text);
    LocalDate effectiveFrom = effectiveFrom(header);
    List<ReferenceRow> rows = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
      boolean first = true;
      for (CSVRecord cells : parser) {
        int line = (int) parser.getCurrentLineNumber();
        if (first) {
          if (!cells.toList().equals(columns)) {
            throw new UnusableFile(
                Refusal.of(line, RefusalCode.WRONG_COLUMNS, String.join(",", columns)));
          }
          first = false;
        } else if (cells.size() != columns.size()) {
          refusals.add(
              Refusal.of(
                  line, RefusalCode.WRONG_CELL_COUNT, text(cells.size()), text(columns.size())));
        } else {
          rows.add(row(line, cells, columns));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnusableFile(Refusal.of(0, RefusalCode.FILE_UNREADABLE, e.getMessage()));
    }
    int read = rows.size() + refusals.size();
    if (!text(read).equals(header.get("rows"))) {
      throw new UnusableFile(
          Refusal.of(0, RefusalCode.WRONG_ROW_COUNT, header.get("rows"), text(read)));
    }
    return new ReferenceFile(name, digest(content), effectiveFrom, header, rows, refusals);
  }

  static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String decode(byte[] content) throws UnusableFile {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new UnusableFile(Refusal.of(0, RefusalCode.FILE_UNREADABLE, "UTF-8"));
    }
  }

  private static Map<String, String> header(String text) {
    Map<String, String> header = new HashMap<>();
    text.lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(HEADER_LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> header.putIfAbsent(line.group(1), line.group(2).strip()));
    return header;
  }

  private static LocalDate effectiveFrom(Map<String, String> header) throws UnusableFile {
    String date = header.getOrDefault("effective-from", "");
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new UnusableFile(Refusal.of(0, RefusalCode.FILE_UNREADABLE, "effective-from: " + date));
    }
  }

  private static ReferenceRow row(int line, CSVRecord cells, List<String> columns) {
    Map<String, String> byColumn = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      byColumn.put(columns.get(i), Normalizer.normalize(cells.get(i), Normalizer.Form.NFC).strip());
    }
    return new ReferenceRow(line, byColumn);
  }

  private static String text(int number) {
    return Integer.toString(number);
  }

  /** Nothing of the file was taken. */
  static final class UnusableFile extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    UnusableFile(Refusal refusal) {
      super(refusal.reason());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }
}
