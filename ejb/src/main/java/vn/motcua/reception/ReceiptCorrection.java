package vn.motcua.reception;

import java.util.List;

/**
 * What was wrong on a receipt (đính chính giấy tiếp nhận). The clock stays as it runs: a wrong
 * procedure or moment is corrected elsewhere.
 *
 * @param version that the clerk had before them; 0 where it is not told
 * @param reason printed on the next version
 */
public record ReceiptCorrection(
    int version, String reason, List<PersonChange> people, List<PaperChange> papers) {

  public ReceiptCorrection {
    reason = EntryText.line(reason);
    people = List.copyOf(people);
    papers = List.copyOf(papers);
  }

  /** Whatever version there is. */
  public ReceiptCorrection(String reason, List<PersonChange> people, List<PaperChange> papers) {
    this(0, reason, people, papers);
  }
}
