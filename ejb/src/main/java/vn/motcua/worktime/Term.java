package vn.motcua.worktime;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;

/**
 * A term to be computed (thời hạn): what starts it, what it is, what interrupts it.
 *
 * @param received arrival of the complete dossier
 * @param allowance what the law gives
 * @param receiptRule when the arrival counts; a matter of the channel, see {@link
 *     WorkingCalendar#receiptRule}
 * @param dueTime at which time of the last day it ends; no matter for working hours
 * @param suspensions lawful pauses; what lies before the receipt or after the due moment is without
 *     effect
 */
public record Term(
    Instant received,
    Allowance allowance,
    ReceiptRule receiptRule,
    DueTime dueTime,
    Suspensions suspensions) {
  public Term {
    Objects.requireNonNull(received, "received");
    Objects.requireNonNull(allowance, "allowance");
    Objects.requireNonNull(receiptRule, "receiptRule");
    Objects.requireNonNull(dueTime, "dueTime");
    Objects.requireNonNull(suspensions, "suspensions");
  }

  /** A term that counts from its arrival, ends at closing time and is never paused. */
  public static Term of(Instant received, Allowance allowance) {
    return new Term(received, allowance, ReceiptRule.AT_ARRIVAL, DueTime.CLOSING, Suspensions.NONE);
  }

  public Term receivedBy(ReceiptRule rule) {
    return new Term(received, allowance, rule, dueTime, suspensions);
  }

  public Term endingAt(DueTime time) {
    return new Term(received, allowance, receiptRule, time, suspensions);
  }

  public Term suspendedBy(Collection<Suspension> pauses) {
    return new Term(received, allowance, receiptRule, dueTime, Suspensions.of(pauses));
  }

  /** The same term from zero, as after a supplement (Decree 118/2025, art. 19). */
  public Term restartedAt(Instant completed) {
    return new Term(completed, allowance, receiptRule, dueTime, suspensions);
  }
}
