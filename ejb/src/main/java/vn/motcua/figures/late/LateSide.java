package vn.motcua.figures.late;

import java.util.Locale;

/** The side that lost the time (bên làm mất thời gian). */
public enum LateSide {
  INTAKE,
  AGENCY,
  CONSULTED,
  APPLICANT,
  RETURN,
  /** No side ran beyond its limit. */
  UNKNOWN;

  /** As in words and addresses. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
