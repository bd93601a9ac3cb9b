package vn.motcua.figures;

import java.time.LocalDate;

/**
 * What is asked of the figures.
 *
 * @param dataset code of the dataset
 * @param from first day of the period
 * @param to the day after its last day
 * @param unitId the competent agency, or null for all
 * @param fieldId the field of administration, or null for all
 * @param channel DIRECT, ONLINE, POST or OTHER, or null for all
 * @param dated only dossiers with (true) or without (false) a legal limit; null for both
 * @param by how the answer is cut
 * @param horizon the cut of the log, or null for the newest
 */
public record FigureQuery(
    String dataset,
    LocalDate from,
    LocalDate to,
    Integer unitId,
    Integer fieldId,
    String channel,
    Boolean dated,
    Cut by,
    Long horizon) {

  /** A year of days is the finest cut that a screen can show and a request may cost. */
  private static final int MOST_BUCKETS = 400;

  /** The dimension by which the answer is cut. */
  public enum Cut {
    NONE,
    UNIT,
    FIELD,
    CHANNEL,
    DAY,
    MONTH
  }

  public FigureQuery {
    if (dataset == null || dataset.isBlank()) {
      throw new FigureFailure.BadQuery("dataset");
    }
    if (from == null || to == null || !from.isBefore(to)) {
      throw new FigureFailure.BadQuery("period");
    }
    long buckets =
        switch (by) {
          case DAY -> from.until(to, java.time.temporal.ChronoUnit.DAYS);
          case MONTH -> from.until(to, java.time.temporal.ChronoUnit.MONTHS);
          default -> 1;
        };
    if (buckets > MOST_BUCKETS) {
      throw new FigureFailure.BadQuery("too-long");
    }
  }
}
