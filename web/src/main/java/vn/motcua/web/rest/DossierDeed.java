package vn.motcua.web.rest;

import vn.motcua.processing.DossierFile;
import vn.motcua.processing.Grounds;
import vn.motcua.processing.Seen;
import vn.motcua.web.processing.SeenText;

/**
 * A deed that a program asks for, about the dossier of its address.
 *
 * @param seen what the program was shown of it
 */
record DossierDeed(Seen seen, Said said) {

  /** Where there is no such dossier, the service says so, to those who may do the deed. */
  static DossierDeed of(DossierFile file, String code, String dataset, String body) {
    long dossier = file.id(code, dataset);
    Said said = Said.in(body);
    Seen shown = SeenText.read(said.text("seen"));
    return new DossierDeed(
        new Seen(dossier, shown.sequence(), shown.taskVersion(), shown.taskId()), said);
  }

  Grounds grounds() {
    return new Grounds(said.text("reason"), said.text("document"), said.text("money"));
  }
}
