package vn.motcua.figures;

/** The declared roll-ups of the read model. */
public enum RollUp {
  /** By competent agency, field and channel: the table {@code figure_day}. */
  FIGURES,
  /** By receiving branch and field: the table {@code board_day}. */
  BOARD
}
