package vn.motcua.reference;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Assumptions;

/** The sources of the facts, beside the checkout: system property {@code motcua.shared}. */
public final class SharedData {

  private SharedData() {}

  /** A file of the data; missing: skipped, or failed where required. */
  public static Path file(String path) {
    Path file = Path.of(System.getProperty("motcua.shared", "../../shared"), "data", path);
    if (!Files.isReadable(file)) {
      String missing = "MISSING REAL DATA " + file + ": set -Dmotcua.shared";
      if (Arrays.asList(System.getProperty("motcua.require", "").split(",")).contains("shared")) {
        fail(missing);
      }
      System.err.println(missing + "; the test is skipped");
      Assumptions.abort(missing);
    }
    return file;
  }

  /** Rows of a CSV file with a line of columns; missing: skipped, or failed where required. */
  public static List<CSVRecord> csv(String path) {
    Path file = file(path);
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(file)) {
      reader.mark(1);
      if (reader.read() != '\ufeff') {
        reader.reset();
      }
      return format.parse(reader).getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As our files write it: NFC, single spaces. */
  public static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("\\s+", " ").strip();
  }
}
