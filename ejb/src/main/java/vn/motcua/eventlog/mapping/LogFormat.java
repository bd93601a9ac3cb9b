package vn.motcua.eventlog.mapping;

/** How the log is written. Compression by gzip is recognised by itself. */
public enum LogFormat {
  /** IEEE 1849, versions 1.0 and 2.0. */
  XES,
  /** Rows with one separator between fields; TSV is a CSV with a tab. */
  CSV
}
