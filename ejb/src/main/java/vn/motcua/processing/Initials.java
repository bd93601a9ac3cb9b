package vn.motcua.processing;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A name of which only the first letters are told: "Nguyễn Thị Thử" → "N. T. T.". */
public final class Initials {

  private Initials() {}

  /**
   * @param fullName may be empty or null
   */
  public static String of(String fullName) {
    if (fullName == null || fullName.isBlank()) {
      return "";
    }
    return Arrays.stream(fullName.strip().split("\\s+"))
        .map(
            word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT) + ".")
        .collect(Collectors.joining(" "));
  }
}
