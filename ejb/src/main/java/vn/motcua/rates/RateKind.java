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

  /** The words that an entry may have, in the order they are offered in; none: free text. */
  public List<String> choices(String entry) {
    return switch (entry) {
      case "step" ->
          this == FEEDBACK_TERM
              ? List.of("CLASSIFY", "SUPPLEMENT", "ANSWER", "COMPLEX", "PUBLISH")
              : List.of("ROUTE", "SETTLE");
      case "petition" -> List.of("COMPLAINT", "DENUNCIATION");
      case "unit" -> List.of("working_days", "calendar_days");
      case "book" -> List.of("COPY", "ELECTRONIC_COPY", "SIGNATURE");
      case "feeKind" -> List.of("FEE", "CHARGE");
      case "channel" -> List.of("", "DIRECT", "ONLINE", "POST");
      case "certainty" -> List.of("UNSURE", "CONFIRMED");
      default -> List.of();
    };
  }

  /** Names of its entries. */
  public List<String> entries() {
    return entries;
  }
}
