package vn.motcua.reference;

import java.util.Locale;
import vn.motcua.failure.MessageText;

/** Why a line, or a whole file, was not taken. */
public enum RefusalCode {
  FILE_MISSING("file-missing"),
  FILE_UNREADABLE("file-unreadable"),
  WRONG_COLUMNS("wrong-columns"),
  WRONG_ROW_COUNT("wrong-row-count"),
  WRONG_CELL_COUNT("wrong-cell-count"),
  BAD_VALUE("bad-value"),
  REPEATED("repeated"),
  UNKNOWN_REFERENCE("unknown-reference"),
  OVERLAP("overlap"),
  SAME_DAY_OTHER_CONTENT("same-day-other-content"),
  OLDER_EDITION("older-edition");

  private final String code;

  RefusalCode(String code) {
    this.code = code;
  }

  /** Stable, as stored. */
  public String code() {
    return code;
  }

  String reason(Object... arguments) {
    return MessageText.of(RefusalCode.class, Locale.ROOT, "reference." + code, arguments);
  }
}
