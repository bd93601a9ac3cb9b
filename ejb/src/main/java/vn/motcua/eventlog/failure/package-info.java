/** Why an event log or its mapping is refused as a whole. */
package vn.motcua.eventlog.failure;
