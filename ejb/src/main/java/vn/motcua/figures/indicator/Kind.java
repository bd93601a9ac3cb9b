package vn.motcua.figures.indicator;

/** What sort of number an indicator is, which decides how it may be added up. */
public enum Kind {
  /** Counts per moment; adds up over days and parts. */
  FLOW,
  /** What is there at the end of the period: a sum of entries less exits since ever. */
  STOCK,
  /** Dossiers or procedures that have something, each once. */
  DISTINCT,
  /** A distribution of minutes: p50 and p90 of fixed ranges. */
  QUANTILE,
  /** A share made at reading of two sums. */
  COMPOSITE
}
