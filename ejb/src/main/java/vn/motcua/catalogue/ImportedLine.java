package vn.motcua.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A line of a file with what would become of it.
 *
 * @param line its number in the file
 * @param cells the whole sheet as it would be proposed
 * @param changed the columns in which it differs from the catalogue; of a new one all that are
 *     filled
 */
public record ImportedLine(
    int line,
    Map<String, String> cells,
    Verdict verdict,
    List<String> changed,
    List<SheetProblem> problems,
    boolean ticked) {

  /** What would become of a line. */
  public enum Verdict {
    NEW,
    CHANGED,
    SAME,
    /** Says something that somebody has to confirm: taken only if ticked. */
    DOUBTFUL,
    /** Has cells that are wrong: taken only if ticked, and then without them. */
    WRONG
  }

  public ImportedLine {
    cells = Map.copyOf(cells);
    changed = List.copyOf(changed);
    problems = List.copyOf(problems);
  }

  public String code() {
    return cells.getOrDefault("code", "");
  }

  public String name() {
    return cells.getOrDefault("name", "");
  }
}
