package vn.motcua.payment;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Amounts as papers print them: 1.234.567 đồng. */
final class Vnd {

  private Vnd() {}

  static String digits(long dong) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.of("vi")))
        .format(dong);
  }

  static String dong(long dong) {
    return digits(dong) + " đồng";
  }
}
