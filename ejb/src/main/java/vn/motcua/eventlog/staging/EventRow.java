package vn.motcua.eventlog.staging;

import java.time.Instant;

/**
 * A staged event.
 *
 * @param occurredAt null where the log's rows are cases and have no moment of their own
 * @param activity null likewise
 * @param values in the order of {@link vn.motcua.eventlog.mapping.MappedAttributes#ofEvents()};
 *     null where there is none
 */
record EventRow(long position, long line, Instant occurredAt, String activity, String[] values) {}
