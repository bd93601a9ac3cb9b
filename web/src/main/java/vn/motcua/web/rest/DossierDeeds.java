package vn.motcua.web.rest;

import jakarta.ejb.EJB;
import vn.motcua.processing.DossierFile;
import vn.motcua.processing.Seen;
import vn.motcua.web.processing.SeenText;

/**
 * What the resources of one dossier's deeds share: a deed is about the dossier of its address, as
 * it was shown to the program. Who may is asked by the services.
 */
abstract class DossierDeeds {

  @EJB private DossierFile file;

  DossierFile file() {
    return file;
  }

  /** What a program wants done, from its JSON. */
  DossierDeed deed(DossierAddress of, String body) {
    Said said = Said.in(body);
    return new DossierDeed(seen(of, said.text("seen")), said);
  }

  /** Where there is no such dossier, the service says so, to those who may do the deed. */
  Seen seen(DossierAddress of, String told) {
    Seen shown = SeenText.read(told);
    return new Seen(
        file.id(of.code, of.dataset), shown.sequence(), shown.taskVersion(), shown.taskId());
  }
}
