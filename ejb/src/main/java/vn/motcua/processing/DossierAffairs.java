package vn.motcua.processing;

import java.time.Instant;
import java.util.List;

/**
 * What goes on beside a dossier's steps (việc kèm theo).
 *
 * @param proposal of the agency, waiting for the one-stop; null: none
 * @param extension the one there is; null: none
 * @param opinions all that were asked for
 * @param correction of a result that waits; null: none
 * @param links to the dossier that it became, came from or doubles
 */
public record DossierAffairs(
    Proposal proposal,
    Extended extension,
    List<Opinion> opinions,
    Correction correction,
    List<Link> links,
    Clocks clocks) {

  public DossierAffairs {
    opinions = List.copyOf(opinions);
    links = List.copyOf(links);
  }

  /** Opinions that did not come yet. */
  public List<Opinion> waiting() {
    return opinions.stream().filter(one -> one.answeredAt() == null).toList();
  }

  /** A proposal to ask the applicant. */
  public record Proposal(
      List<String> items, String reason, boolean recheck, String who, Instant at) {}

  /** The promise that was moved. */
  public record Extended(Instant from, Instant to, String reason, boolean late, Instant at) {}

  /** What another body was asked. */
  public record Opinion(
      long id,
      String askedOf,
      String question,
      Instant dueAt,
      Instant answeredAt,
      String answer,
      boolean overdue) {}

  /** An error in the result, with its small clock. */
  public record Correction(String error, Instant dueAt, boolean overdue) {}

  /**
   * @param kind CONVERTED_TO, CONVERTED_FROM or DUPLICATE_OF
   */
  public record Link(String kind, String code) {}

  /**
   * The two ways of counting time, in working minutes until now or until the end. They serve
   * different ends and may differ.
   *
   * @param legal of the term that runs: from the last restart, lawful pauses left out (NĐ 118)
   * @param index from the receipt, lawful pauses and every wait for a supplement left out (QĐ 766)
   */
  public record Clocks(long legal, long index) {}
}
