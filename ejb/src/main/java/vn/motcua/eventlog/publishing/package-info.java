/** From checked cases to dossiers, their history and the log, in chunks that can be resumed. */
package vn.motcua.eventlog.publishing;
