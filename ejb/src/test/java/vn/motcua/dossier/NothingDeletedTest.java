package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing of a dossier is ever deleted (không xóa cứng): who writes a DELETE has to name its table
 * here, with a reason.
 */
class NothingDeletedTest {

  /**
   * Drafts, uploads that no dossier has, staging and the demo, a generation of the read model that
   * was replaced by its rebuild (with its alerts), the stream's copy of the calendar, and copies of
   * figures that a scheduled check found equal; no row of a dossier.
   */
  private static final Set<String> MAY_GO =
      Set.of(
          "intake_draft",
          "stored_file",
          "handover_line",
          "import_case",
          "import_refusal",
          "horizon_figure_day",
          "horizon_board_day",
          "horizon_indicator_day",
          "demo_account",
          "demo_person",
          "figure_day",
          "board_day",
          "indicator_day",
          "dossier_fact",
          "dead_letter",
          "stream_position",
          "alert",
          "working_span");

  private static final Pattern DELETE =
      Pattern.compile("(?i)\\b(?:delete\\s+from|truncate(?:\\s+table)?)\\s+(?!on\\b)([a-z_]+)");

  private static final Pattern REMOVE = Pattern.compile("\\bentities\\.remove\\(");

  @Test
  void noStatementDeletesARowOfADossier() throws IOException {
    TreeMap<String, String> deleted = new TreeMap<>();
    for (Path root : new Path[] {Path.of("src/main/java"), Path.of("src/main/resources/db")}) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          String text = Files.readString(file);
          Matcher statement = DELETE.matcher(text);
          while (statement.find()) {
            deleted.put(statement.group(1), file.getFileName().toString());
          }
          assertThat(REMOVE.matcher(text).find()).as(file.toString()).isFalse();
        }
      }
    }
    assertThat(deleted).as("the search finds what there is").containsKey("intake_draft");
    deleted.keySet().removeAll(MAY_GO);
    assertThat(deleted).isEmpty();
  }
}
