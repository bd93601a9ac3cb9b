package vn.motcua.calendar;

import java.time.Instant;

/**
 * A revision of a calendar, drafted, applied or discarded.
 *
 * @param base the revision it was made from
 * @param lookedAt open dossiers looked at; null while it is not applied
 * @param moved of them those whose due moment moved
 * @param seen its state when it was read: give it back with the next step
 */
public record CalendarDraft(
    long id,
    String code,
    String revision,
    String base,
    String content,
    String reason,
    Status status,
    String draftedBy,
    Instant draftedAt,
    String appliedBy,
    Instant appliedAt,
    Integer lookedAt,
    Integer moved,
    int seen) {

  /** Where it stands. */
  public enum Status {
    DRAFT,
    APPLIED,
    DISCARDED
  }
}
