package vn.motcua.deadlines;

import vn.motcua.worktime.TimeLeft;

/**
 * A line of the screen "Nhắc việc".
 *
 * @param left working time until or since it is due; null where no limit is set
 * @param own the caller is to act, not to urge
 */
public record ReminderLine(
    OpenAlert alert, Level level, TimeLeft left, boolean own, boolean mayUrge) {}
