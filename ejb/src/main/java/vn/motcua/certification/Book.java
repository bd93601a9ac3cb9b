package vn.motcua.certification;

/** The books (sổ chứng thực), each numbered per body and year. */
public enum Book {
  /** Chứng thực bản sao từ bản chính. */
  COPY("2.000815", "SCT/BS"),
  /** Chứng thực chữ ký. */
  SIGNATURE("2.000884", "SCT/CK");

  private final String procedure;
  private final String symbol;

  Book(String procedure, String symbol) {
    this.procedure = procedure;
    this.symbol = symbol;
  }

  /** Code in the catalogue. */
  public String procedure() {
    return procedure;
  }

  /** As printed after the number and year. */
  public String symbol() {
    return symbol;
  }
}
