package vn.motcua.reception;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a dossier stands in its branch's register (sổ theo dõi hồ sơ, form 07). A branch opens a
 * book each year and numbers its visits in it without gaps: the receipt's number is the entry's.
 *
 * @param book quyển số: the year
 * @param number số thứ tự; the second dossier of visit 17 is 17.2
 */
public record RegisterNumber(String book, String number) {

  private static final Pattern RECEIPT = Pattern.compile("-(\\d{4})-0*(\\d+)$");

  /**
   * @param receiptCode of the visit, or null where there was none
   * @param place of the dossier in the visit, from 1; 0 where it is alone
   * @return empty where the code is none of a receipt
   */
  public static Optional<RegisterNumber> of(String receiptCode, int place) {
    Matcher code = RECEIPT.matcher(receiptCode == null ? "" : receiptCode);
    return code.find()
        ? Optional.of(
            new RegisterNumber(
                code.group(1), place == 0 ? code.group(2) : code.group(2) + "." + place))
        : Optional.empty();
  }
}
