/**
 * Changes of working calendars (thay đổi lịch làm việc): drafted, previewed with the dossiers whose
 * due moments they move, applied with a reason, kept for ever. Likewise the own hours of bodies on
 * top of the city's calendar; what counts by which is written at {@link
 * vn.motcua.worktime.CityHours}.
 */
package vn.motcua.calendar;
