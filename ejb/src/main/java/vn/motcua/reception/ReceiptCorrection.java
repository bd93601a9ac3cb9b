package vn.motcua.reception;

import java.util.List;

/**
 * What was wrong on a receipt (đính chính giấy tiếp nhận). The clock stays as it runs: a wrong
 * procedure or moment is corrected elsewhere.
 *
 * @param reason printed on the next version
 */
public record ReceiptCorrection(
    String reason, List<PersonChange> people, List<PaperChange> papers) {

  public ReceiptCorrection {
    reason = EntryText.line(reason);
    people = List.copyOf(people);
    papers = List.copyOf(papers);
  }
}
