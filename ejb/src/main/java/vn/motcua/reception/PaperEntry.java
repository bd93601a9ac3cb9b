package vn.motcua.reception;

import java.util.UUID;

/**
 * A paper as marked in the checklist.
 *
 * @param component code of the component; empty for a paper beyond the list
 * @param name of a paper beyond the list
 * @param originals number of originals (bản chính)
 * @param certified number of certified copies (bản chứng thực)
 * @param copies number of plain copies (bản photo)
 * @param fileId of the uploaded scan, or null
 * @param heldId of the digitised paper of an earlier dossier that stands for it, or null
 * @param askedAgain why it was asked for although a valid one is held; empty where none is
 */
public record PaperEntry(
    String component,
    String name,
    Custody custody,
    int originals,
    int certified,
    int copies,
    UUID fileId,
    Long heldId,
    String askedAgain) {

  public PaperEntry {
    askedAgain = EntryText.line(askedAgain);
    component = EntryText.line(component);
    name = EntryText.line(name);
  }

  /** Brought, and nothing of it was held. */
  public PaperEntry(
      String component,
      String name,
      Custody custody,
      int originals,
      int certified,
      int copies,
      UUID fileId) {
    this(component, name, custody, originals, certified, copies, fileId, null, "");
  }

  /** One original of a component, kept. */
  public static PaperEntry kept(String component) {
    return new PaperEntry(component, "", Custody.KEPT, 1, 0, 0, null);
  }
}
