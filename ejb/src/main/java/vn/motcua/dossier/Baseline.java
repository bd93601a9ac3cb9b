package vn.motcua.dossier;

/**
 * What a dossier is measured against (mốc so sánh), frozen with its receipt.
 *
 * @param steps of the baseline process; 0: there is no baseline
 * @param minutes working minutes that the baseline allows; 0: there is no baseline
 * @param papers that the baseline asks for in this case
 * @param papersBrought by the applicant
 * @param opensEpisode the first dossier of this person for this procedure within 60 days
 */
public record Baseline(
    int steps, int minutes, int papers, int papersBrought, boolean opensEpisode) {

  /** Nothing is known. */
  public static final Baseline NONE = new Baseline(0, 0, 0, 0, false);

  public Baseline {
    if (steps < 0 || minutes < 0 || papers < 0 || papersBrought < 0) {
      throw new IllegalArgumentException("A baseline is never below nothing");
    }
  }
}
