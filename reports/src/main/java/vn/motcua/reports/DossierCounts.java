package vn.motcua.reports;

import java.util.stream.IntStream;

/**
 * Columns (3) to (13) of one row of Biểu II.06a, each a number of dossiers.
 *
 * <p>Totals come in with their parts instead of being derived, so that a wrong source shows: see
 * {@link ColumnIdentity}.
 *
 * @param received (3) tiếp nhận, tổng số
 * @param receivedOnline (4) trong kỳ, trực tuyến
 * @param receivedDirectOrPost (5) trong kỳ, trực tiếp, bưu chính
 * @param carriedOver (6) từ kỳ trước chuyển qua
 * @param resolved (7) đã giải quyết, tổng số
 * @param early (8) trước hạn
 * @param onTime (9) đúng hạn
 * @param late (10) quá hạn
 * @param open (11) đang giải quyết, tổng số
 * @param withinLimit (12) trong hạn
 * @param overdue (13) quá hạn
 */
public record DossierCounts(
    long received,
    long receivedOnline,
    long receivedDirectOrPost,
    long carriedOver,
    long resolved,
    long early,
    long onTime,
    long late,
    long open,
    long withinLimit,
    long overdue) {

  /** The largest number that fits a column in the smallest type the form uses. */
  public static final long LARGEST = 999_999_999L;

  static final int FIRST_COLUMN = 3;
  static final int LAST_COLUMN = 13;

  static final DossierCounts NONE = new DossierCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The number in a column by its number on the form, 3 to 13. */
  public long column(int number) {
    return switch (number) {
      case 3 -> received;
      case 4 -> receivedOnline;
      case 5 -> receivedDirectOrPost;
      case 6 -> carriedOver;
      case 7 -> resolved;
      case 8 -> early;
      case 9 -> onTime;
      case 10 -> late;
      case 11 -> open;
      case 12 -> withinLimit;
      case 13 -> overdue;
      default -> throw new IndexOutOfBoundsException(number);
    };
  }

  /** Column by column. */
  public DossierCounts plus(DossierCounts other) {
    return new DossierCounts(
        Math.addExact(received, other.received),
        Math.addExact(receivedOnline, other.receivedOnline),
        Math.addExact(receivedDirectOrPost, other.receivedDirectOrPost),
        Math.addExact(carriedOver, other.carriedOver),
        Math.addExact(resolved, other.resolved),
        Math.addExact(early, other.early),
        Math.addExact(onTime, other.onTime),
        Math.addExact(late, other.late),
        Math.addExact(open, other.open),
        Math.addExact(withinLimit, other.withinLimit),
        Math.addExact(overdue, other.overdue));
  }

  /**
   * Checks that the row may be printed.
   *
   * @param row what the row is called on the form
   * @throws UnprintableCountException if a column is negative or above {@link #LARGEST}
   * @throws BrokenIdentityException if the columns do not add up
   */
  void requirePrintable(String row) {
    IntStream.rangeClosed(FIRST_COLUMN, LAST_COLUMN)
        .filter(number -> column(number) < 0 || column(number) > LARGEST)
        .findFirst()
        .ifPresent(
            number -> {
              throw new UnprintableCountException(row, number, column(number));
            });
    for (ColumnIdentity identity : ColumnIdentity.values()) {
      if (!identity.holdsFor(this)) {
        throw new BrokenIdentityException(row, identity, this);
      }
    }
  }
}
