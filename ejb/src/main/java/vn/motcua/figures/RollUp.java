package vn.motcua.figures;

/** The declared roll-ups of the read model, and what is counted beside it. */
public enum RollUp {
  /** By competent agency, field and channel: the table {@code figure_day}. */
  FIGURES,
  /** By receiving branch and field: the table {@code board_day}. */
  BOARD,
  /** The series of the register of indicators: the table {@code indicator_day}. */
  INDICATORS,
  /** Not of the stream: what is counted from the operational tables, twice, by two texts. */
  TABLES
}
