package vn.motcua.eventlog.mapping;

import java.nio.charset.Charset;
import java.util.List;

/**
 * How a CSV file is written. A byte order mark goes before the character set named here.
 *
 * @param quote null where the file knows no quoting
 * @param escape null where a quote inside a quoted field is doubled
 * @param columns the names of the columns where the file has no header row; else empty
 */
public record CsvDialect(
    char separator, Character quote, Character escape, Charset charset, List<String> columns) {}
