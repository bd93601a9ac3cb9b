package vn.motcua.analytics.job.figures;

import vn.motcua.events.Channel;

/**
 * The grain of {@code figure_day}: day × competent agency × field × channel, those with and without
 * a legal limit apart.
 *
 * @param day days since 1970-01-01, in the dataset's zone
 * @param dated the dossier has a due moment at present
 */
public record Cell(
    int datasetId, long day, int unitId, int fieldId, Channel channel, boolean dated) {

  /** The same in every process, which the hash of an enum constant is not. */
  @Override
  public int hashCode() {
    int hash = datasetId;
    hash = 31 * hash + Long.hashCode(day);
    hash = 31 * hash + unitId;
    hash = 31 * hash + fieldId;
    hash = 31 * hash + channel.ordinal();
    return 31 * hash + Boolean.hashCode(dated);
  }
}
