package vn.motcua.calendar;

import java.time.Instant;
import java.util.List;

/**
 * An open dossier whose due moment a calendar change moves.
 *
 * @param byRule by the allowance of its procedure; else the same working time was counted anew
 * @param reasons of the new due moment in Vietnamese; empty where it was not counted by the rule
 */
public record DueMove(
    long dossierId,
    String code,
    Instant oldDue,
    Instant newDue,
    boolean byRule,
    List<String> reasons) {

  public DueMove {
    reasons = List.copyOf(reasons);
  }
}
