package vn.motcua.reception;

import java.util.List;

/**
 * What of a receipt may be put right (đính chính giấy tiếp nhận), as it stands now.
 *
 * @param version the latest that was printed, 0 where none was
 */
public record ReceiptContents(
    long visitId, String code, int version, List<Person> people, List<Dossier> dossiers) {

  public ReceiptContents {
    people = List.copyOf(people);
    dossiers = List.copyOf(dossiers);
  }

  /**
   * The first person of a relation.
   *
   * @param relation OWNER or SUBMITTER
   */
  public record Person(String relation, String fullName, String phone) {}

  /** A dossier with the papers that its receipt names. */
  public record Dossier(String code, String summary, List<Paper> papers) {
    public Dossier {
      papers = List.copyOf(papers);
    }
  }

  /**
   * A paper.
   *
   * @param position in its dossier, from 1
   */
  public record Paper(int position, String name, int originals, int certified, int copies) {}
}
