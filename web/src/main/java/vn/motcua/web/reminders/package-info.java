/** What people are reminded of (nhắc việc), whom to urge, and how busy the branches are. */
package vn.motcua.web.reminders;
