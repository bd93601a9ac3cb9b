package vn.motcua.web.catalogue;

import java.util.List;
import java.util.Set;
import vn.motcua.catalogue.ProcedureSheet;
import vn.motcua.catalogue.SheetNames;
import vn.motcua.web.layout.Words;

/** A sheet as a page shows it: facts one under the other, then a table for each list. */
public final class SheetView {

  private static final Set<String> CODED =
      Set.of(
          "levels",
          "channels",
          "same_day",
          "result_document",
          "common",
          "online_level",
          "limit_basis",
          "fee_basis");

  /**
   * @param differs from the sheet it is compared with
   */
  public record Fact(String label, String value, boolean differs) {}

  /** A list with the heads of its columns. */
  public record Listing(
      String column, String label, List<String> heads, List<List<String>> rows, boolean differs) {}

  private final ProcedureSheet sheet;
  private final List<String> differing;
  private final Words words;
  private final SheetCodes codes;

  /**
   * @param other what it is compared with; null: nothing
   */
  SheetView(ProcedureSheet sheet, ProcedureSheet other, SheetNames names, Words words) {
    this.sheet = sheet;
    this.words = words;
    codes = new SheetCodes(sheet, names, this::word, "en".equals(words.locale().getLanguage()));
    differing = other == null ? List.of() : sheet.differences(other);
  }

  /** What is known, one thing each. */
  public List<Fact> getFacts() {
    return ProcedureSheet.COLUMNS.stream()
        .filter(column -> !ProcedureSheet.LISTS.contains(column))
        .filter(column -> !sheet.cell(column).isEmpty() || differing.contains(column))
        .map(
            column ->
                new Fact(
                    words.of("sheet.column." + column),
                    shown(column, sheet.cell(column)),
                    differing.contains(column)))
        .toList();
  }

  public List<Listing> getLists() {
    return ProcedureSheet.LISTS.stream()
        .filter(column -> !sheet.cell(column).isEmpty() || differing.contains(column))
        .map(
            column -> {
              List<String> heads = List.of(words.of("sheet.heads." + column).split("\\s*\\|\\s*"));
              return new Listing(
                  column,
                  words.of("sheet.column." + column),
                  heads,
                  sheet.lines(column).stream()
                      .map(parts -> filled(column, parts, heads.size()))
                      .toList(),
                  differing.contains(column));
            })
        .toList();
  }

  private List<String> filled(String column, List<String> parts, int size) {
    return java.util.stream.IntStream.range(0, size)
        .mapToObj(i -> i < parts.size() ? codes.part(column, i, parts.get(i)) : "")
        .toList();
  }

  private String shown(String column, String cell) {
    if (!CODED.contains(column)) {
      return codes.fact(column, cell);
    }
    return java.util.Arrays.stream(cell.split(",\\s*"))
        .map(this::word)
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** Codes are told by their words; everything else stays as it is. */
  private String word(String part) {
    return switch (part) {
      case "yes",
          "no",
          "DIRECT",
          "ONLINE",
          "POST",
          "PROVINCE",
          "COMMUNE",
          "MINISTRY",
          "OTHER",
          "FULL",
          "PARTIAL",
          "NONE",
          "PUBLISHED",
          "LIKELY",
          "UNSURE",
          "working_days",
          "calendar_days",
          "working_hours",
          "months" ->
          words.of("sheet.word." + part);
      default -> part;
    };
  }
}
