package vn.motcua.eventlog.reading;

import java.util.Map;

/**
 * One trace as it stands in the file.
 *
 * @param number its ordinal in the file, from 1
 * @param line the line where it begins, from 1
 * @param attributes the wanted ones that are there
 */
public record RawTrace(int number, long line, Map<String, String> attributes) {}
