package vn.motcua.payment;

import java.time.LocalDate;
import vn.motcua.database.StoredText;

/**
 * What was counted at the end of a counter's day.
 *
 * @param clerk login of who sat there; dossiers are counted by the clerk, money by the counter
 * @param received dossiers received
 * @param papers papers taken in and not returned at once
 * @param returned results handed over
 * @param cash in the drawer, in đồng, without the float
 * @param shelf where the dossiers of the day lie
 * @param bagSeal number of the bag or seal (túi, niêm phong)
 * @param reason why the counts differ from the system's; needed where they do
 */
public record DayClosing(
    String counter,
    LocalDate day,
    String clerk,
    int received,
    int papers,
    int returned,
    long cash,
    String shelf,
    String bagSeal,
    String reason) {
  public DayClosing {
    counter = StoredText.line(counter);
    clerk = StoredText.line(clerk);
    shelf = StoredText.line(shelf);
    bagSeal = StoredText.line(bagSeal);
    reason = StoredText.line(reason);
  }

  /**
   * What the system says of the day.
   *
   * @param cash taken less given back, in đồng
   * @param transferred by transfer or online, in đồng; for the sheet only
   * @param closed it is over
   */
  public record Expected(
      int received,
      int papers,
      int returned,
      long cash,
      long transferred,
      String firstReceipt,
      String lastReceipt,
      boolean closed) {

    boolean agreesWith(DayClosing counted) {
      return received == counted.received
          && papers == counted.papers
          && returned == counted.returned
          && cash == counted.cash;
    }
  }
}
