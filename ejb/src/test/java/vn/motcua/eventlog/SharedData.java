package vn.motcua.eventlog;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that lies beside the checkout and is never part of it. */
public final class SharedData {

  private SharedData() {}

  /** The file; without the folder the test fails where it is required, else it is skipped. */
  public static Path eventLog(String name) {
    Path file =
        Path.of(System.getProperty("motcua.shared", "../shared"), "data", "event-logs", name);
    if (!Files.exists(file)) {
      if (System.getProperty("motcua.require", "").contains("shared")) {
        fail("required but absent: " + file);
      }
      System.err.println("SKIPPED, real data absent: " + file);
      Assumptions.abort("absent: " + file);
    }
    return file;
  }
}
