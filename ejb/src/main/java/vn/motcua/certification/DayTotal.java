package vn.motcua.certification;

/**
 * What a branch certified on a day.
 *
 * @param count entries in its list
 * @param fees their sum, in đồng
 */
public record DayTotal(long count, long fees) {}
