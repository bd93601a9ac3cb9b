package vn.motcua.ministry;

import vn.motcua.dossier.DossierState;
import vn.motcua.processing.StatusMeaning;

/**
 * What became of a status.
 *
 * @param id of what was kept
 * @param dossier our code
 * @param meaning null where the word is not known or means nothing here
 * @param state of the dossier now
 * @param repeated it was told before; nothing was done again
 */
public record StatusAnswer(
    long id,
    String dossier,
    StatusVerdict verdict,
    StatusMeaning meaning,
    DossierState state,
    boolean repeated) {}
