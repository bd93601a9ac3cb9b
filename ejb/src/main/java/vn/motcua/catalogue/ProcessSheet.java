package vn.motcua.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An internal process as people write it (phiếu quy trình nội bộ): a line for each step and for
 * what runs beside or instead of one. The parts of a line are separated by {@code |}.
 *
 * @param cells {@code code}, {@code steps}, {@code branches}, {@code note}
 */
public record ProcessSheet(Map<String, String> cells) {

  /**
   * {@code steps}: name | name in English | BRANCH or AGENCY | role | hours | public name | code of
   * another body | "liên thông" where the dossier is handed over | how many opinions are enough,
   * where not all. {@code branches}: number of the step | CONSULTATION or ALTERNATIVE | name | code
   * of the body | role | hours | condition; or number of the step | BACK | name | number of the
   * step that it leads back to.
   */
  public static final List<String> COLUMNS = List.of("code", "steps", "branches", "note");

  public ProcessSheet {
    Map<String, String> all = new LinkedHashMap<>();
    for (String column : COLUMNS) {
      all.put(column, ProcedureSheet.clean(cells.get(column)));
    }
    cells = java.util.Collections.unmodifiableMap(all);
  }

  public String cell(String column) {
    return cells.get(column);
  }
}
