package vn.motcua.figures.indicator;

import java.util.Locale;

/** By what a figure can be cut. Which of them are legal, each indicator declares. */
public enum Dimension {
  NONE,
  DAY,
  MONTH,
  QUARTER,
  YEAR,
  /** The month of reports, from the 15th to the 14th (NĐ 09/2019/NĐ-CP); named by its first day. */
  REPORT,
  /** The receiving branch (chi nhánh tiếp nhận). */
  BRANCH,
  /** The competent agency (cơ quan giải quyết). */
  UNIT,
  FIELD,
  /** The side that lost the time (bên làm mất thời gian). */
  SIDE,
  /** The procedure (thủ tục), whichever of its versions; named by its code. */
  PROCEDURE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isTime() {
    return this == DAY || this == MONTH || this == QUARTER || this == YEAR || this == REPORT;
  }
}
