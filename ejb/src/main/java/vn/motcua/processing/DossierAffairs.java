package vn.motcua.processing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What goes on beside a dossier's steps (việc kèm theo).
 *
 * @param proposal of the agency, waiting for the one-stop; null: none
 * @param extension the one there is; null: none
 * @param opinions all that were asked for
 * @param correction of a result that waits; null: none
 * @param proofs of returns, the earliest first
 * @param links to the dossier that it became, came from or doubles
 */
public record DossierAffairs(
    Proposal proposal,
    Extended extension,
    List<Opinion> opinions,
    Correction correction,
    List<Link> links,
    Clocks clocks,
    List<Proof> proofs) {

  public DossierAffairs {
    opinions = List.copyOf(opinions);
    links = List.copyOf(links);
    proofs = List.copyOf(proofs);
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
   * What shows that a result came into the right hands.
   *
   * @param kind of {@link ReturnProof.Kind}
   * @param fileId null where words alone are the proof
   */
  public record Proof(String kind, String words, UUID fileId, String who, Instant at) {}

  /**
   * The two ways of counting time. They serve different ends, both numbers are kept and may differ.
   *
   * @param legal as the law counts (NĐ 118)
   * @param index as QĐ 766 scores
   * @param ended whether the dossier has come to its end, so that neither runs
   */
  public record Clocks(LegalClock legal, IndexClock index, boolean ended) {}

  /**
   * The legal term that runs.
   *
   * @param used working minutes of it, from the last restart, lawful pauses left out
   * @param dueAt null where no law sets a limit
   * @param restartedAt when a completed supplement began it again; null: it runs from the receipt
   * @param paused working minutes of its lawful pauses
   */
  public record LegalClock(
      long used, Instant dueAt, Instant restartedAt, long paused, boolean inTime) {}

  /**
   * The score of index 2.1, by the rule of {@link vn.motcua.worktime.ScoredTerm}.
   *
   * @param used working minutes from the receipt, waits for supplements left out
   * @param dueAt the first due moment, later by what is subtracted; null where there is none
   * @param waited minutes of the wall clock that are subtracted
   * @param requests that count; more than one makes it late
   */
  public record IndexClock(long used, Instant dueAt, long waited, int requests, boolean inTime) {

    /** Whole days of what is subtracted. */
    public long waitedDays() {
      return waited / (24 * 60);
    }

    /** Hours of what is subtracted beside its whole days. */
    public long waitedHours() {
      return waited / 60 % 24;
    }
  }
}
