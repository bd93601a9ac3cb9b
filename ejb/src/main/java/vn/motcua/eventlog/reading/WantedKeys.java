package vn.motcua.eventlog.reading;

import java.util.Set;

/**
 * The attributes worth keeping. Everything else is read over, so that a log with hundreds of
 * attributes costs no memory.
 */
public record WantedKeys(Set<String> ofTraces, Set<String> ofEvents) {}
