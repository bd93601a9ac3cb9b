package vn.motcua.payment;

import java.nio.charset.StandardCharsets;

/**
 * The text of a VietQR code for a transfer: tags of EMVCo, each with two digits of length, and a
 * check sum (CRC-16/CCITT-FALSE) over everything before it.
 */
public final class VietQr {

  /** The most characters that banks carry as the transfer's purpose. */
  public static final int LONGEST_PURPOSE = 25;

  private static final String NETWORK = "A000000727";
  private static final String TO_ACCOUNT = "QRIBFTTA";
  private static final String DONG = "704";
  private static final String COUNTRY = "VN";
  private static final String CHECK_SUM = "6304";
  private static final int POLYNOMIAL = 0x1021;

  private VietQr() {}

  /**
   * For one payment of a fixed amount.
   *
   * @param amount in đồng, at least 1
   * @param purpose 1 to 25 plain characters; a dossier code is too long, so a short reference
   * @throws IllegalArgumentException for another amount or purpose
   */
  public static String payload(BankAccount to, long amount, String purpose) {
    if (amount < 1) {
      throw new IllegalArgumentException("Nothing to pay: " + amount);
    }
    if (!purpose.matches("[0-9A-Za-z ]{1," + LONGEST_PURPOSE + "}")) {
      throw new IllegalArgumentException("Not a purpose: " + purpose);
    }
    String account = tag("00", to.bin()) + tag("01", to.number());
    String text =
        tag("00", "01")
            + tag("01", "12")
            + tag("38", tag("00", NETWORK) + tag("01", account) + tag("02", TO_ACCOUNT))
            + tag("53", DONG)
            + tag("54", Long.toString(amount))
            + tag("58", COUNTRY)
            + (to.holder().isEmpty() ? "" : tag("59", to.holder()))
            + tag("62", tag("08", purpose))
            + CHECK_SUM;
    return text + "%04X".formatted(checkSum(text));
  }

  private static String tag(String name, String value) {
    return "%s%02d%s".formatted(name, value.length(), value);
  }

  static int checkSum(String text) {
    int sum = 0xFFFF;
    for (byte one : text.getBytes(StandardCharsets.US_ASCII)) {
      sum ^= one << 8;
      for (int bit = 0; bit < 8; bit++) {
        sum = (sum & 0x8000) == 0 ? sum << 1 : sum << 1 ^ POLYNOMIAL;
      }
      sum &= 0xFFFF;
    }
    return sum;
  }
}
