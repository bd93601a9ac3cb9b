package vn.motcua.worktime;

import java.util.Objects;

/**
 * What the law gives for a procedure (thời hạn giải quyết).
 *
 * @param amount whole number of units, from 1 to {@link AllowanceUnit#largest()}
 * @param unit what is counted
 */
public record Allowance(int amount, AllowanceUnit unit) {
  /**
   * @throws WorktimeException.InvalidAllowance when the amount is out of range
   */
  public Allowance {
    Objects.requireNonNull(unit, "unit");
    if (amount < 1 || amount > unit.largest()) {
      throw new WorktimeException.InvalidAllowance(Integer.toString(amount), unit);
    }
  }

  public static Allowance workingDays(int amount) {
    return new Allowance(amount, AllowanceUnit.WORKING_DAYS);
  }

  public static Allowance calendarDays(int amount) {
    return new Allowance(amount, AllowanceUnit.CALENDAR_DAYS);
  }

  public static Allowance workingHours(int amount) {
    return new Allowance(amount, AllowanceUnit.WORKING_HOURS);
  }

  public static Allowance months(int amount) {
    return new Allowance(amount, AllowanceUnit.MONTHS);
  }

  /**
   * Reads an amount as people and programs write it.
   *
   * @throws WorktimeException.InvalidAllowance when it is no whole number or out of range
   */
  public static Allowance parse(String amount, AllowanceUnit unit) {
    try {
      return new Allowance(Integer.parseInt(amount == null ? "" : amount.strip()), unit);
    } catch (NumberFormatException notANumber) {
      throw new WorktimeException.InvalidAllowance(amount, unit);
    }
  }
}
