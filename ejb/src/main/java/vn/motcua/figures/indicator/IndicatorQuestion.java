package vn.motcua.figures.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import vn.motcua.figures.FigureFailure;

/**
 * What is asked of an indicator.
 *
 * @param dataset code of the dataset
 * @param from first day, of the dataset's zone
 * @param to the day after the last
 * @param by how the answer is cut
 * @param branchId the only receiving branch, any of its versions; null for all
 * @param unitId the only competent agency, any of its versions; null for all
 * @param fieldId the only field; null for all
 */
public record IndicatorQuestion(
    String dataset,
    LocalDate from,
    LocalDate to,
    Dimension by,
    Integer branchId,
    Integer unitId,
    Integer fieldId) {

  private static final int MOST_DAYS = 800;

  public IndicatorQuestion {
    if (dataset == null || dataset.isBlank()) {
      throw new FigureFailure.BadQuery("dataset");
    }
    if (from == null || to == null || !from.isBefore(to)) {
      throw new FigureFailure.BadQuery("period");
    }
    if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
      throw new FigureFailure.BadQuery("too-long");
    }
  }

  /**
   * Refuses what has no legal meaning for the indicator, rather than answer something near it.
   *
   * @throws FigureFailure.IllegalCut where it may not be cut, or narrowed, so
   */
  void requireLegal(Indicator indicator) {
    require(indicator, by);
    if (branchId != null) {
      require(indicator, Dimension.BRANCH);
    }
    if (unitId != null) {
      require(indicator, Dimension.UNIT);
    }
    if (fieldId != null) {
      require(indicator, Dimension.FIELD);
    }
  }

  boolean isLegal(Indicator indicator) {
    return indicator.allows(by)
        && (branchId == null || indicator.allows(Dimension.BRANCH))
        && (unitId == null || indicator.allows(Dimension.UNIT))
        && (fieldId == null || indicator.allows(Dimension.FIELD));
  }

  private static void require(Indicator indicator, Dimension dimension) {
    if (!indicator.allows(dimension)) {
      throw new FigureFailure.IllegalCut(
          indicator.code(),
          dimension,
          Arrays.stream(Dimension.values()).filter(indicator::allows).toList());
    }
  }

  /** The branch or the agency, whichever the indicator has. */
  Integer bodyId() {
    return branchId == null ? unitId : branchId;
  }
}
