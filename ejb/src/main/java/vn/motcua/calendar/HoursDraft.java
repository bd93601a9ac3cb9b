package vn.motcua.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Hours of a body from a day on, drafted, applied or discarded (giờ làm việc của đơn vị).
 *
 * @param unit its name
 * @param hours a week, a line for a weekday or a stretch of weekdays; empty: the city's hours again
 * @param lookedAt open dossiers received there; null while it is not applied
 * @param moved of them those whose due moment moved
 * @param stepsMoved steps there whose moment moved
 * @param seen its state when it was read: give it back with the next step
 */
public record HoursDraft(
    long id,
    int unitId,
    String unit,
    LocalDate from,
    String hours,
    String reason,
    CalendarDraft.Status status,
    String draftedBy,
    Instant draftedAt,
    String appliedBy,
    Instant appliedAt,
    Integer lookedAt,
    Integer moved,
    Integer stepsMoved,
    int seen) {}
