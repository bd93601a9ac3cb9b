package vn.motcua.rates;

import java.util.List;

/** What may be proposed, with the entries it needs. */
public enum RateKind {
  /** Thời hạn xử lý phản ánh, kiến nghị: a step's working days. */
  FEEDBACK_TERM("step", "amount"),
  /** Thời hạn khiếu nại, tố cáo. */
  PETITION_TERM("petition", "step", "amount", "unit"),
  /** Theo dõi đánh giá: days for a follow-up, ratings of one device on a day. */
  RATING_SETTING("amount", "device"),
  /** Phí chứng thực. */
  CERTIFICATION_FEE(
      "book", "firstPages", "firstAmount", "nextAmount", "cap", "basis", "beneficiary"),
  /** Phí, lệ phí của một thủ tục. */
  PROCEDURE_FEE("procedure", "feeKind", "name", "channel", "amount", "basis", "beneficiary"),
  /** Đơn vị thụ hưởng và tài khoản. */
  BENEFICIARY("code", "name", "taxCode", "bin", "account", "holder"),
  /** Căn cứ pháp lý, its last day where it is known, and whether its text was seen. */
  LEGAL_BASIS("basis", "title", "last", "certainty");

  private final List<String> entries;

  RateKind(String... entries) {
    this.entries = List.of(entries);
  }

  /** Names of its entries. */
  public List<String> entries() {
    return entries;
  }
}
