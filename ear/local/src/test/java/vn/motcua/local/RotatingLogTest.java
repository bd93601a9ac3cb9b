package vn.motcua.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {
  private static final int LIMIT = 1000;
  private static final int LONGEST_LINE = 20;

  @TempDir Path temporary;

  @Test
  void staysSmallAndKeepsTheNewest() throws IOException {
    Path file = temporary.resolve("logs/server.log");
    try (RotatingLog log = new RotatingLog(file, LIMIT)) {
      for (int i = 0; i < 1000; i++) {
        log.write("line " + i);
      }
      assertThat(log.lastLines()).endsWith("line 998", "line 999");
    }
    List<Path> files;
    try (Stream<Path> found = Files.list(file.getParent())) {
      files = found.toList();
    }
    assertThat(files).hasSize(1 + RotatingLog.KEPT_FILES);
    for (Path each : files) {
      assertThat(Files.size(each)).isLessThanOrEqualTo(LIMIT + LONGEST_LINE);
    }
  }

  @Test
  void goesOnWhereItEnded() throws IOException {
    Path file = temporary.resolve("server.log");
    for (String line : List.of("first", "second")) {
      try (RotatingLog log = new RotatingLog(file, LIMIT)) {
        log.write(line);
      }
    }
    assertThat(file).hasContent("first\nsecond\n");
  }
}
