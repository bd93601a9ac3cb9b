package vn.motcua.catalogue;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads lines whose columns are named as in lists that go around among the offices (mã TTHC, tên,
 * lĩnh vực, cấp, thời hạn, phí …). What such a list leaves empty is left as the catalogue has it.
 */
final class ForeignColumns {

  private static final Map<String, String> SAME =
      Map.of(
          "ma_tthc", "code",
          "ten", "name",
          "co_quan", "competent_agency",
          "ghi_chu_thoi_han", "limit_note",
          "ghi_chu_phi", "fee_note",
          "ma_ket_qua", "result_code");

  private static final Map<String, String> UNITS =
      Map.of(
          "ngay_lam_viec", "working_days",
          "ngay", "calendar_days",
          "gio", "working_hours",
          "thang", "months");

  private ForeignColumns() {}

  static boolean fits(Map<String, String> line) {
    return line.containsKey("ma_tthc");
  }

  /**
   * The cells that the line says something about. A field whose name the catalogue does not have is
   * left out: the catalogue knows its own procedures' fields, and a new one is told to be without.
   *
   * @param fields codes of the fields of administration by their names in lower case
   */
  static Map<String, String> cells(Map<String, String> line, Map<String, String> fields) {
    Map<String, String> cells = new LinkedHashMap<>();
    SAME.forEach((theirs, ours) -> put(cells, ours, line.get(theirs)));
    String field = line.getOrDefault("linh_vuc", "");
    put(cells, "field", fields.get(field.toLowerCase(Locale.ROOT)));
    put(cells, "levels", levels(line.getOrDefault("cap", "").toLowerCase(Locale.ROOT)));
    String amount = line.getOrDefault("thoi_han", "");
    String unit = line.getOrDefault("don_vi", "");
    if (!amount.isEmpty()) {
      put(cells, "limits", " |  | " + amount + " | " + UNITS.getOrDefault(unit, unit));
      put(cells, "limit_basis", "source".equals(line.get("do_tin")) ? "PUBLISHED" : "LIKELY");
    }
    String fee = line.getOrDefault("phi_le_phi_vnd", "");
    if (!fee.isEmpty()) {
      boolean free = fee.toLowerCase(Locale.ROOT).contains("miễn");
      put(cells, "fees", " |  | " + (free ? "0" : fee));
    }
    return cells;
  }

  private static String levels(String text) {
    StringBuilder levels = new StringBuilder();
    if (text.contains("tỉnh") || text.contains("thành phố")) {
      levels.append("PROVINCE ");
    }
    if (text.contains("xã")) {
      levels.append("COMMUNE ");
    }
    if (text.contains("bộ")) {
      levels.append("MINISTRY ");
    }
    return levels.isEmpty() ? text : levels.toString().strip().replace(" ", ", ");
  }

  private static void put(Map<String, String> cells, String column, String text) {
    if (text != null && !text.isBlank()) {
      cells.put(column, text);
    }
  }
}
