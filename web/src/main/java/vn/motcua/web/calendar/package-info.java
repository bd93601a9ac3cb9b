/** The screen of the working calendars. */
package vn.motcua.web.calendar;
