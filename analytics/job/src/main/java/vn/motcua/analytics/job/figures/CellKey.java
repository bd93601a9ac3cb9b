package vn.motcua.analytics.job.figures;

import vn.motcua.events.Channel;

/** A {@link Cell}'s key that can be set anew, for looking cells up without making one. */
public final class CellKey {

  RollUp rollUp;
  int datasetId;
  long day;
  int bodyId;
  int fieldId;
  Channel channel;
  boolean dated;

  CellKey() {}

  void set(
      RollUp newRollUp,
      int newDatasetId,
      long newDay,
      int newBodyId,
      int newFieldId,
      Channel newChannel,
      boolean newDated) {
    rollUp = newRollUp;
    datasetId = newDatasetId;
    day = newDay;
    bodyId = newBodyId;
    fieldId = newFieldId;
    channel = newChannel;
    dated = newDated;
  }

  boolean is(
      RollUp otherRollUp,
      int otherDatasetId,
      long otherDay,
      int otherBodyId,
      int otherFieldId,
      Channel otherChannel,
      boolean otherDated) {
    return day == otherDay
        && rollUp == otherRollUp
        && bodyId == otherBodyId
        && fieldId == otherFieldId
        && datasetId == otherDatasetId
        && channel == otherChannel
        && dated == otherDated;
  }

  /** Whether it is the key of this cell. */
  public boolean is(Cell cell) {
    return is(
        cell.rollUp(),
        cell.datasetId(),
        cell.day(),
        cell.bodyId(),
        cell.fieldId(),
        cell.channel(),
        cell.dated());
  }

  public RollUp rollUp() {
    return rollUp;
  }

  public Cell cell() {
    return new Cell(rollUp, datasetId, day, bodyId, fieldId, channel, dated);
  }

  /** That of the cell. */
  @Override
  public int hashCode() {
    return Cell.hash(rollUp, datasetId, day, bodyId, fieldId, channel, dated);
  }

  /** Keys are compared by {@link #is}: this one changes its meaning. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }
}
