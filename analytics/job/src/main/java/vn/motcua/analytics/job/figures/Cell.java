package vn.motcua.analytics.job.figures;

import vn.motcua.events.Channel;

/**
 * The key of a cell. Of {@link RollUp#FIGURES}: day × competent agency × field × channel, those
 * with and without a legal limit apart. Of {@link RollUp#BOARD}: day × receiving branch × field;
 * channel and limit are then always the same and say nothing. Of {@link RollUp#INDICATORS}: day,
 * series and bucket × the body that the series counts for × field.
 *
 * @param day days since 1970-01-01, in the dataset's zone; of an indicator {@link
 *     IndicatorMeasure#on with its series and bucket}
 * @param bodyId the competent agency, or on the board the receiving branch; 0 where there is none
 * @param dated the dossier has a due moment at present
 */
public record Cell(
    RollUp rollUp,
    int datasetId,
    long day,
    int bodyId,
    int fieldId,
    Channel channel,
    boolean dated) {

  public static Cell figures(
      int datasetId, long day, int unitId, int fieldId, Channel channel, boolean dated) {
    return new Cell(RollUp.FIGURES, datasetId, day, unitId, fieldId, channel, dated);
  }

  public static Cell board(int datasetId, long day, int branchId, int fieldId) {
    return new Cell(RollUp.BOARD, datasetId, day, branchId, fieldId, Channel.OTHER, false);
  }

  /**
   * @param bodyId what the series counts for: the competent agency or the receiving branch
   */
  public static Cell indicator(
      int datasetId, long day, IndicatorMeasure measure, int bucket, int bodyId, int fieldId) {
    return new Cell(
        RollUp.INDICATORS,
        datasetId,
        measure.on(day, bucket),
        bodyId,
        fieldId,
        Channel.OTHER,
        false);
  }

  /** Days since 1970-01-01, of any roll-up. */
  public long calendarDay() {
    return rollUp == RollUp.INDICATORS ? IndicatorMeasure.day(day) : day;
  }

  /** Of an indicator's cell only. */
  public IndicatorMeasure indicator() {
    return IndicatorMeasure.of(day);
  }

  /** Of an indicator's cell only. */
  public int bucket() {
    return IndicatorMeasure.bucket(day);
  }

  /**
   * Written out: that of a record is found by method handles, which took a twentieth of the job.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof Cell cell
        && day == cell.day
        && rollUp == cell.rollUp
        && bodyId == cell.bodyId
        && fieldId == cell.fieldId
        && datasetId == cell.datasetId
        && channel == cell.channel
        && dated == cell.dated;
  }

  /** The same in every process, which the hash of an enum constant is not. */
  @Override
  public int hashCode() {
    return hash(rollUp, datasetId, day, bodyId, fieldId, channel, dated);
  }

  static int hash(
      RollUp rollUp,
      int datasetId,
      long day,
      int bodyId,
      int fieldId,
      Channel channel,
      boolean dated) {
    int hash = rollUp.ordinal();
    hash = 31 * hash + datasetId;
    hash = 31 * hash + Long.hashCode(day);
    hash = 31 * hash + bodyId;
    hash = 31 * hash + fieldId;
    hash = 31 * hash + channel.ordinal();
    return 31 * hash + Boolean.hashCode(dated);
  }
}
