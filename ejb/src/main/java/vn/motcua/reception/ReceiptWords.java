package vn.motcua.reception;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Words of the official form, which is always in Vietnamese. */
final class ReceiptWords {

  private ReceiptWords() {}

  static String limit(boolean sameDay, Integer amount, String unit) {
    if (sameDay) {
      return "trong ngày; nhận sau 15 giờ trả trong ngày làm việc tiếp theo";
    }
    if (amount == null) {
      return "theo quy định của thủ tục";
    }
    return "%02d %s"
        .formatted(
            amount,
            switch (unit) {
              case "working_days" -> "ngày làm việc";
              case "calendar_days" -> "ngày";
              case "working_hours" -> "giờ làm việc";
              default -> "tháng";
            });
  }

  static String returned(ReturnChannel channel) {
    return switch (channel) {
      case COUNTER -> "tại nơi tiếp nhận";
      case POST -> "qua dịch vụ bưu chính công ích";
      case ELECTRONIC -> "bản điện tử";
    };
  }

  /** Empty where it is not known. */
  static String fee(Long amount) {
    if (amount == null) {
      return "";
    }
    return amount == 0
        ? "miễn"
        : new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.of("vi")))
                .format(amount)
            + " đồng";
  }
}
