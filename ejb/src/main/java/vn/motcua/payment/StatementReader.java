package vn.motcua.payment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import vn.motcua.database.StoredText;

/** Reads a whole statement, or nothing of it. */
final class StatementReader {

  /** A year of a busy account; more is another kind of file. */
  static final int LARGEST_BYTES = 5 * 1024 * 1024;

  static final int MOST_LINES = 50_000;

  /** Groups of thousands by point, comma or blank; decimals only as zeros: đồng has none. */
  private static final Pattern AMOUNT =
      Pattern.compile("[+-]?(\\d{1,3}([., ]\\d{3})+|\\d{1,15})([.,]00?)?");

  private final StatementFormat format;
  private final DateTimeFormatter days;

  StatementReader(StatementFormat format) {
    this.format = format;
    days = format.days();
  }

  /**
   * @throws PaymentFailure.StatementTooLarge over a limit
   * @throws PaymentFailure.StatementUnreadable with the line and column that cannot be read
   */
  List<StatementLine> read(byte[] content) {
    if (content.length > LARGEST_BYTES) {
      throw tooLarge();
    }
    CSVFormat csv =
        CSVFormat.Builder.create()
            .setDelimiter(format.delimiter())
            .setQuote('"')
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    List<StatementLine> lines = new ArrayList<>();
    try (Reader text =
            new InputStreamReader(
                new ByteArrayInputStream(withoutMark(content)),
                format
                    .text()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT));
        CSVParser parser = csv.parse(text)) {
      for (CSVRecord row : parser) {
        if (lines.size() == MOST_LINES) {
          throw tooLarge();
        }
        lines.add(line(row));
      }
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new PaymentFailure.StatementUnreadable(lines.size() + 2L, "");
    } catch (IllegalArgumentException e) {
      throw new PaymentFailure.StatementUnreadable(1, "");
    }
    if (lines.isEmpty()) {
      throw new PaymentFailure.StatementUnreadable(1, "");
    }
    return lines;
  }

  private static PaymentFailure tooLarge() {
    return new PaymentFailure.StatementTooLarge(LARGEST_BYTES, MOST_LINES);
  }

  private StatementLine line(CSVRecord row) {
    int number = Math.toIntExact(row.getRecordNumber()) + 1;
    return new StatementLine(
        number,
        day(number, value(row, number, format.dateColumn())),
        amount(number, value(row, number, format.amountColumn())),
        StoredText.line(value(row, number, format.descriptionColumn())));
  }

  private static String value(CSVRecord row, int number, String column) {
    if (column == null || !row.isSet(column)) {
      throw new PaymentFailure.StatementUnreadable(number, column);
    }
    return row.get(column);
  }

  private LocalDate day(int number, String text) {
    String day = text.length() > 10 ? text.substring(0, 10) : text;
    try {
      return LocalDate.parse(day, days);
    } catch (DateTimeException e) {
      throw new PaymentFailure.StatementUnreadable(number, format.dateColumn());
    }
  }

  private long amount(int number, String text) {
    String amount = text.replace('\u00a0', ' ').strip();
    if (amount.isEmpty()) {
      return 0;
    }
    if (!AMOUNT.matcher(amount).matches()) {
      throw new PaymentFailure.StatementUnreadable(number, format.amountColumn());
    }
    return Long.parseLong(amount.replaceFirst("[.,]00?$", "").replaceAll("[., +]", ""));
  }

  /** Excel begins UTF-8 with a mark that would become part of the first header. */
  private static byte[] withoutMark(byte[] content) {
    boolean marked =
        content.length >= 3
            && content[0] == (byte) 0xEF
            && content[1] == (byte) 0xBB
            && content[2] == (byte) 0xBF;
    return marked ? java.util.Arrays.copyOfRange(content, 3, content.length) : content;
  }
}
