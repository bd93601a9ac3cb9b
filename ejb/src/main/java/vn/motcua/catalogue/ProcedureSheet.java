package vn.motcua.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A version of a procedure as people write and read it: one text per cell (phiếu thủ tục). The same
 * cells stand in the form, in a proposal, in an exported file and on the page, so that nothing can
 * mean one thing here and another there. What has several parts has a line for each, its parts
 * separated by {@code |}.
 *
 * @param cells by column; every column, never null, NFC
 */
public record ProcedureSheet(Map<String, String> cells) {

  /** In the order of forms and files. */
  public static final List<String> COLUMNS =
      List.of(
          "code",
          "name",
          "short_name",
          "field",
          "levels",
          "competent_agency",
          "performing_agency",
          "delegated_to",
          "delegated_from",
          "delegation_document",
          "legal_basis",
          "decision",
          "decided_on",
          "published_at",
          "channels",
          "limits",
          "limit_basis",
          "limit_note",
          "same_day",
          "questions",
          "components",
          "fees",
          "fee_basis",
          "fee_note",
          "costs",
          "volume",
          "result_code",
          "result_name",
          "result_document",
          "online_level",
          "online_reason",
          "source_system",
          "common");

  /** Columns with a line for each part. */
  public static final List<String> LISTS =
      List.of("legal_basis", "limits", "questions", "components", "fees", "costs");

  public ProcedureSheet {
    Map<String, String> all = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      all.put(column, clean(cells.get(column)));
    }
    cells = java.util.Collections.unmodifiableMap(all);
  }

  public String cell(String column) {
    return cells.get(column);
  }

  /** The lines of a cell and their parts. */
  public List<List<String>> lines(String column) {
    return lines(cells, column);
  }

  /** The same with one cell written otherwise. */
  public ProcedureSheet with(String column, String text) {
    Map<String, String> changed = new LinkedHashMap<>(cells);
    changed.put(column, text);
    return new ProcedureSheet(changed);
  }

  /** The columns in which two sheets differ. */
  public List<String> differences(ProcedureSheet other) {
    return COLUMNS.stream().filter(column -> !cell(column).equals(other.cell(column))).toList();
  }

  static List<List<String>> lines(Map<String, String> cells, String column) {
    return cells
        .getOrDefault(column, "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
        .toList();
  }

  static String clean(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFC)
            .replace("\0", "")
            .replace("\r\n", "\n")
            .replace('\r', '\n')
            .strip();
  }
}
