package vn.motcua.reports;

/**
 * A line of a receipt's table of papers.
 *
 * @param originals number of originals (bản chính)
 * @param certified number of certified copies (bản chứng thực)
 * @param copies number of plain copies (bản photo)
 */
public record ReceiptPaper(String name, int originals, int certified, int copies) {

  /**
   * @throws UnprintableTextException if the name cannot be printed or is missing
   */
  public ReceiptPaper {
    name = PrintableText.required("Tên giấy tờ", name);
  }
}
