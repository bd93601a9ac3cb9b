package vn.motcua.reports;

import java.util.List;
import java.util.Locale;

/** Lines that official papers print in capitals. */
final class OfficialCapitals {

  static final Locale VIETNAMESE = Locale.of("vi", "VN");

  private OfficialCapitals() {}

  static String lines(List<String> lines) {
    return String.join("\n", lines).toUpperCase(VIETNAMESE);
  }
}
