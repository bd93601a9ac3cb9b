package vn.motcua.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Amounts of money in Vietnamese words, as official papers want them beside the figures: "Một trăm
 * linh lăm nghìn đồng". Written here because official papers want the "không trăm" of inner groups
 * and "linh".
 */
public final class VietnameseAmount {

  /** The largest amount: below a million billions no word is used twice. */
  public static final long LARGEST = 999_999_999_999_999L;

  private static final String[] DIGITS = {
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"
  };

  /** Thousands; "nghìn tỷ" follows "tỷ". */
  private static final String[] GROUPS = {"", "nghìn", "triệu", "tỷ", "nghìn tỷ"};

  private VietnameseAmount() {}

  /**
   * With a capital letter and the unit at the end.
   *
   * @param dong 0 to {@link #LARGEST}
   */
  public static String inWords(long dong) {
    if (dong < 0 || dong > LARGEST) {
      throw new IllegalArgumentException("No amount for words: " + dong);
    }
    String words = dong == 0 ? DIGITS[0] : String.join(" ", words(dong));
    return words.substring(0, 1).toUpperCase(Locale.of("vi")) + words.substring(1) + " đồng";
  }

  private static List<String> words(long dong) {
    List<String> words = new ArrayList<>();
    for (int group = GROUPS.length - 1; group >= 0; group--) {
      int value = (int) (dong / thousands(group) % 1000);
      if (value > 0) {
        below1000(value, !words.isEmpty(), words);
        if (group == 4 && dong / thousands(3) % 1000 > 0) {
          // "một nghìn hai trăm tỷ", not "một nghìn tỷ hai trăm tỷ".
          words.add("nghìn");
        } else if (group > 0) {
          words.add(GROUPS[group]);
        }
      }
    }
    return words;
  }

  private static long thousands(int power) {
    long value = 1;
    for (int i = 0; i < power; i++) {
      value *= 1000;
    }
    return value;
  }

  /** Within a number all three places are told: "không trăm linh năm". */
  private static void below1000(int value, boolean within, List<String> words) {
    int hundreds = value / 100;
    int tens = value / 10 % 10;
    int ones = value % 10;
    if (hundreds > 0 || within) {
      words.add(DIGITS[hundreds]);
      words.add("trăm");
    }
    if (tens == 1) {
      words.add("mười");
    } else if (tens > 1) {
      words.add(DIGITS[tens]);
      words.add("mươi");
    } else if (ones > 0 && (hundreds > 0 || within)) {
      words.add("linh");
    }
    if (ones > 0) {
      words.add(ones(tens, ones));
    }
  }

  /** mốt, tư and lăm after tens. */
  private static String ones(int tens, int ones) {
    if (tens > 1 && ones == 1) {
      return "mốt";
    }
    if (tens > 1 && ones == 4) {
      return "tư";
    }
    return tens > 0 && ones == 5 ? "lăm" : DIGITS[ones];
  }
}
