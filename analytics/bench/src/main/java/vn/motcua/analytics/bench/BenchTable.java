package vn.motcua.analytics.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, as one table and as {@code target/bench.json}. */
final class BenchTable {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private record Row(String name, long milliseconds, long fromStart, String remark) {}

  private final Path file;
  private final long entries;
  private final List<Row> rows = new ArrayList<>();

  BenchTable(Path file, long entries) {
    this.file = file;
    this.entries = entries;
  }

  void note(String text) {
    System.err.println("# " + text);
  }

  /**
   * @param milliseconds by the wall clock, from the first record read to the last figure; below 0:
   *     did not come to the end
   * @param fromStart the same from the start of the process on
   */
  void add(String name, long milliseconds, long fromStart, String remark) throws IOException {
    Row row = new Row(name, milliseconds, fromStart, remark);
    rows.add(row);
    System.err.println(line(row));
    ObjectNode all = JSON.createObjectNode();
    for (Row each : rows) {
      ObjectNode node = all.putObject(each.name());
      node.put("entries", entries);
      node.put("milliseconds", each.milliseconds());
      node.put("millisecondsFromStart", each.fromStart());
      node.put("entriesPerSecond", each.milliseconds() <= 0 ? 0 : perSecond(each));
      node.put("remark", each.remark());
    }
    Files.writeString(file, JSON.writeValueAsString(all) + "\n");
  }

  void print() {
    System.err.printf(
        Locale.ROOT,
        "%n%-44s %10s %12s %8s %11s%n",
        entries + " entries",
        "seconds",
        "entries/s",
        "÷ 1st",
        "with start");
    rows.forEach(row -> System.err.println(line(row)));
  }

  private String line(Row row) {
    if (row.milliseconds() < 0) {
      return "%-44s %s".formatted(row.name(), row.remark());
    }
    return String.format(
        Locale.ROOT,
        "%-44s %10.2f %12d %8.3f %11.2f  %s",
        row.name(),
        row.milliseconds() / 1e3,
        perSecond(row),
        rows.getFirst().milliseconds() / (double) Math.max(1, row.milliseconds()),
        row.fromStart() / 1e3,
        row.remark());
  }

  private long perSecond(Row row) {
    return entries * 1000 / Math.max(1, row.milliseconds());
  }
}
