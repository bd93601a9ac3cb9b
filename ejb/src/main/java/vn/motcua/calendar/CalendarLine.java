package vn.motcua.calendar;

/**
 * A line of a calendar as it is written.
 *
 * @param number in the text, from 1
 * @param entry its first part: hours, desk, off, work, provisional …
 */
public record CalendarLine(int number, String entry, String text) {}
