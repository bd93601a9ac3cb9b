package vn.motcua.worktime;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Real data beside the checkout, found through the system property {@code motcua.shared}. */
final class SharedData {
  private SharedData() {}

  /** The file; where it is missing the test is skipped, or fails if the data is required. */
  static Path file(String path) {
    Path file = Path.of(System.getProperty("motcua.shared", "../../shared")).resolve(path);
    if (!Files.isReadable(file)) {
      String missing = "MISSING REAL DATA " + file + ": set -Dmotcua.shared";
      boolean required =
          Arrays.asList(System.getProperty("motcua.require", "").split(",")).contains("shared");
      if (required) {
        fail(missing);
      }
      System.err.println(missing + "; the test is skipped");
      Assumptions.abort(missing);
    }
    return file;
  }
}
