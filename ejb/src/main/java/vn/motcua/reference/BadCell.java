package vn.motcua.reference;

/** A cell that says nothing usable: its row is refused, the file goes on. */
final class BadCell extends Exception {
  private static final long serialVersionUID = 1L;

  private final RefusalCode code;
  private final String column;
  private final String value;

  private BadCell(RefusalCode code, String column, String value) {
    super(column + "=" + value);
    this.code = code;
    this.column = column;
    this.value = value;
  }

  static BadCell value(String column, String value) {
    return new BadCell(RefusalCode.BAD_VALUE, column, value);
  }

  static BadCell reference(String column, String value) {
    return new BadCell(RefusalCode.UNKNOWN_REFERENCE, column, value);
  }

  Refusal at(int line) {
    return Refusal.of(line, code, column, value);
  }
}
