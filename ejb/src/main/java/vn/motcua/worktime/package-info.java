/**
 * Working time (thời gian làm việc): from a calendar version, a receipt, an allowance and the
 * lawful pauses to a due moment (hạn giải quyết) and the reasons for it, day by day.
 *
 * <p>Everything but {@link vn.motcua.worktime.DueDateService} and {@link
 * vn.motcua.worktime.BundledCalendars} is a pure value or function: no database, no current time,
 * no framework. The rules in force:
 *
 * <ul>
 *   <li><b>A day counts when the clock is running as the day begins.</b> So the day of receipt is
 *       not counted (Civil Code 2015, art. 147), nor the day on which a pause ends, while the day
 *       on which a pause begins is. The days of a 24-hour counter end at the time of day of receipt
 *       instead, and count when the clock is running then.
 *   <li>A term in days or months that ends on a day of rest ends with the next working day (art.
 *       148). The legal end is 24:00; an office's is its closing time, see {@link
 *       vn.motcua.worktime.DueTime}.
 *   <li>Working hours are real elapsed time within office hours, to the nanosecond, also across a
 *       change of the clock.
 *   <li>Days outside the calendar are refused, never assumed.
 * </ul>
 */
package vn.motcua.worktime;
