package vn.motcua.rates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A proposed term, fee, basis or beneficiary.
 *
 * @param content by the entries of its kind
 * @param from the first day on which it holds
 * @param decidedBy null while nobody has decided
 * @param seen its state when it was read: give it back with the decision
 */
public record RateProposal(
    long id,
    RateKind kind,
    Map<String, String> content,
    LocalDate from,
    String reason,
    Status status,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    String note,
    int seen) {

  /** Where it stands. */
  public enum Status {
    PROPOSED,
    APPROVED,
    REJECTED
  }

  public RateProposal {
    content = Map.copyOf(content);
  }
}
