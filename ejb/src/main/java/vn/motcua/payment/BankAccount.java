package vn.motcua.payment;

/**
 * Where a fee is paid to (tài khoản thụ hưởng).
 *
 * @param bin the bank's number in the interbank network, 6 digits (VietinBank 970415)
 * @param number 1 to 19 letters or digits
 * @param holder as shown to who pays, without diacritics; may be empty
 */
public record BankAccount(String bin, String number, String holder) {

  public BankAccount {
    if (!bin.matches("[0-9]{6}")) {
      throw new IllegalArgumentException("A bank's number has 6 digits: " + bin);
    }
    if (!number.matches("[0-9A-Za-z]{1,19}")) {
      throw new IllegalArgumentException("An account has 1 to 19 letters or digits: " + number);
    }
    if (!holder.matches("[ -~]{0,25}")) {
      throw new IllegalArgumentException("A holder has up to 25 plain characters: " + holder);
    }
  }
}
