package vn.motcua.reports;

/** Numbers of headings: I, II, III. */
final class RomanNumeral {

  private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] SIGNS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };

  private RomanNumeral() {}

  static String of(int number) {
    StringBuilder numeral = new StringBuilder();
    int rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      numeral.append(SIGNS[i].repeat(rest / VALUES[i]));
      rest %= VALUES[i];
    }
    return numeral.toString();
  }
}
