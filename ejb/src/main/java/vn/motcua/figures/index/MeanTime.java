package vn.motcua.figures.index;

/**
 * The mean time to resolve of one procedure (2.2 of the index, shown and not scored): dossiers
 * received in the period that have a result, whenever that came.
 *
 * @param minutes of all of them together: working minutes where the limit is one of working time,
 *     else by the wall clock
 * @param dossiers how many; 0: there is no mean
 * @param unit of the procedure's limit: working_days, working_hours, calendar_days, months; empty:
 *     its limit is not known
 */
public record MeanTime(String procedure, String name, long minutes, long dossiers, String unit) {

  private static final double WORKING_DAY = 480;
  private static final double DAY = 1440;
  private static final double MONTH = 30 * DAY;

  /** In the unit of the limit; of one that is not known, calendar days. A month has 30 days. */
  public double mean() {
    double one = (double) minutes / dossiers;
    return switch (unit) {
      case "working_days" -> one / WORKING_DAY;
      case "working_hours" -> one / 60;
      case "months" -> one / MONTH;
      default -> one / DAY;
    };
  }
}
