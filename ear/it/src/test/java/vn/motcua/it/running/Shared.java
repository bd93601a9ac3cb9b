package vn.motcua.it.running;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data that lies beside the checkout. */
public final class Shared {

  private Shared() {}

  /**
   * A file there. Where it is missing the test fails if system property {@code motcua.require}
   * names {@code shared}, and else is skipped, saying so.
   */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("motcua.shared", "../../../shared"), name);
    if (!Files.exists(file)) {
      String message = "SKIPPED: " + file.toAbsolutePath().normalize() + " is missing";
      if (System.getProperty("motcua.require", "").contains("shared")) {
        fail(message);
      }
      System.err.println(message);
      abort(message);
    }
    return file;
  }
}
