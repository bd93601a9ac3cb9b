package vn.motcua.it.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Prints what was measured and adds it to {@code target/bench.json}. */
final class BenchReport {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path FILE = Path.of("target", "bench.json");

  private BenchReport() {}

  /**
   * A distribution of times.
   *
   * @param nanos in any order
   */
  static void times(String what, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    ObjectNode figures = JSON.createObjectNode();
    figures.put("n", sorted.length);
    figures.put("p50ms", quantile(sorted, 0.50));
    figures.put("p95ms", quantile(sorted, 0.95));
    figures.put("p99ms", quantile(sorted, 0.99));
    figures.put("maxms", quantile(sorted, 1));
    write(what, figures);
  }

  /** Single figures, each under its name. */
  static void figures(String what, ObjectNode figures) {
    write(what, figures);
  }

  static ObjectNode node() {
    return JSON.createObjectNode();
  }

  private static double quantile(long[] sorted, double share) {
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return Math.round(sorted[Math.max(0, at)] / 1e5) / 10.0;
  }

  private static synchronized void write(String what, ObjectNode figures) {
    System.err.println(String.format(Locale.ROOT, "%-52s %s", what, figures));
    try {
      ObjectNode all =
          Files.exists(FILE)
              ? (ObjectNode) JSON.readTree(Files.readString(FILE))
              : JSON.createObjectNode();
      all.set(what, figures);
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, JSON.writeValueAsString(all) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
