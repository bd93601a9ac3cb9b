package vn.motcua.eventlog.reading;

import java.util.Map;

/**
 * One event as it stands in the file.
 *
 * @param position its ordinal in the file, from 1
 * @param line the line where it begins, from 1
 * @param trace the ordinal of its trace, from 1; 0 outside of any
 * @param attributes the wanted ones that are there
 */
public record RawEvent(long position, long line, int trace, Map<String, String> attributes) {}
