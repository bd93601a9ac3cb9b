package vn.motcua.deadlines;

import java.util.List;

/**
 * What one person is reminded of.
 *
 * @param more there were more than are listed
 * @param notices what was told today, the newest first
 * @param holders who holds how many of them, the most first
 * @param atRisk open dossiers that no alert speaks of yet but that will probably be late
 */
public record ReminderPage(
    List<ReminderLine> lines,
    boolean more,
    List<Notice> notices,
    List<Holder> holders,
    List<RiskLine> atRisk) {

  /**
   * @param name of the person, or of the body where nobody took it
   */
  public record Holder(String name, int count, int overdue) {}
}
