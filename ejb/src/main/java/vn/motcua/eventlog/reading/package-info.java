/**
 * From the bytes of a file to events, one at a time and within limits: gzip, character sets, XES,
 * CSV. Knows nothing of dossiers.
 */
package vn.motcua.eventlog.reading;
