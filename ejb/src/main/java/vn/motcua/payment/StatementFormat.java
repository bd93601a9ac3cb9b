package vn.motcua.payment;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * How a bank writes its statement (sao kê) as CSV: which column means what.
 *
 * @param separator one character
 * @param charset as {@code UTF-8} or {@code windows-1258}
 * @param dateColumn header of the booking day
 * @param datePattern as {@code dd/MM/uuuu}; what follows the day is not read
 * @param amountColumn header of what came in, in đồng; empty or negative: money that left
 * @param descriptionColumn header of the purpose, in which the reference stands
 */
public record StatementFormat(
    String separator,
    String charset,
    String dateColumn,
    String datePattern,
    String amountColumn,
    String descriptionColumn) {

  /** What most banks' exports look like. */
  public static final StatementFormat USUAL =
      new StatementFormat(",", "UTF-8", "Ngày", "dd/MM/uuuu", "Ghi có", "Nội dung");

  /**
   * @throws PaymentFailure.StatementUnreadable where it names no such thing
   */
  char delimiter() {
    if (separator == null || separator.length() != 1) {
      throw new PaymentFailure.StatementUnreadable(0, "separator");
    }
    return separator.charAt(0);
  }

  Charset text() {
    try {
      return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new PaymentFailure.StatementUnreadable(0, "charset");
    }
  }

  DateTimeFormatter days() {
    try {
      return DateTimeFormatter.ofPattern(datePattern, Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new PaymentFailure.StatementUnreadable(0, "datePattern");
    }
  }
}
