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
 */
public record PaperEntry(
    String component,
    String name,
    Custody custody,
    int originals,
    int certified,
    int copies,
    UUID fileId) {

  public PaperEntry {
    component = EntryText.line(component);
    name = EntryText.line(name);
  }

  /** One original of a component, kept. */
  public static PaperEntry kept(String component) {
    return new PaperEntry(component, "", Custody.KEPT, 1, 0, 0, null);
  }
}
