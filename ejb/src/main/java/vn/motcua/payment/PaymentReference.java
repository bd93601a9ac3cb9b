package vn.motcua.payment;

import java.util.Locale;

/**
 * A short reference for a transfer (nội dung chuyển khoản): "MC", the request's number in base 32
 * and a check letter, so that a bank statement finds its request though people retype it.
 */
public final class PaymentReference {

  /** Without I, L, O, U: nothing is mistaken for a digit. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final String PREFIX = "MC";

  private PaymentReference() {}

  /**
   * @param request greater than 0
   */
  public static String of(long request) {
    if (request < 1) {
      throw new IllegalArgumentException("Not a payment request: " + request);
    }
    StringBuilder digits = new StringBuilder();
    for (long rest = request; rest > 0; rest /= LETTERS.length()) {
      digits.append(LETTERS.charAt((int) (rest % LETTERS.length())));
    }
    return PREFIX + digits.reverse() + check(request);
  }

  /**
   * The request that a text names, anywhere in it; −1 where it names none.
   *
   * @param statement the purpose as it stands in a bank statement
   */
  public static long find(String statement) {
    String text = statement.toUpperCase(Locale.ROOT);
    for (int at = text.indexOf(PREFIX); at >= 0; at = text.indexOf(PREFIX, at + 1)) {
      long request = read(text, at + PREFIX.length());
      if (request > 0) {
        return request;
      }
    }
    return -1;
  }

  private static long read(String text, int from) {
    long value = 0;
    int at = from;
    while (at < text.length() && LETTERS.indexOf(text.charAt(at)) >= 0 && at - from < 13) {
      if (at > from && text.charAt(at) == check(value) && endsWord(text, at + 1)) {
        return value;
      }
      value = value * LETTERS.length() + LETTERS.indexOf(text.charAt(at));
      at++;
    }
    return -1;
  }

  private static boolean endsWord(String text, int at) {
    return at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** Weighted by place, so that two letters changed over are seen. */
  private static char check(long request) {
    long sum = 0;
    int weight = 3;
    for (long rest = request; rest > 0; rest /= LETTERS.length()) {
      sum += weight * (rest % LETTERS.length());
      weight += 2;
    }
    return LETTERS.charAt((int) (sum % 31));
  }
}
