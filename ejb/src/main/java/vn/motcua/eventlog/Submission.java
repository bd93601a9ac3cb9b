package vn.motcua.eventlog;

import vn.motcua.eventlog.store.EventLogImport;

/**
 * The answer to an upload.
 *
 * @param isNew false when the same bytes came with the same mapping before: the earlier import
 */
public record Submission(EventLogImport eventLogImport, boolean isNew) {}
