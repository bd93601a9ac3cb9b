package vn.motcua.reception;

/**
 * Numbers of a paper put right.
 *
 * @param position of the paper in its dossier, from 1
 */
public record PaperChange(
    String dossierCode, int position, int originals, int certified, int copies) {}
