/**
 * Changes of working calendars (thay đổi lịch làm việc): drafted, previewed with the dossiers whose
 * due moments they move, applied with a reason, kept for ever.
 */
package vn.motcua.calendar;
