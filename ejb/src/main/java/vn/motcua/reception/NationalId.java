package vn.motcua.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The personal identification number (số định danh cá nhân): three digits of the province where the
 * birth was registered, one of century and sex, two of the year of birth, six at random. There is
 * no check digit, so all but the form is only odd, not wrong.
 */
final class NationalId {

  /** The 63 provinces' codes at the time when the numbers were given out. */
  private static final Set<String> PROVINCES =
      Set.of(
          ("001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034"
                  + " 035 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064"
                  + " 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 092 093"
                  + " 094 095 096")
              .split(" "));

  private NationalId() {}

  static boolean wellFormed(String number) {
    return number.matches("[0-9]{12}");
  }

  /**
   * What is odd about a well-formed number.
   *
   * @param birthDate as typed, or null
   */
  static List<Finding> oddities(String path, String number, LocalDate birthDate, LocalDate today) {
    List<Finding> odd = new ArrayList<>();
    if (!PROVINCES.contains(number.substring(0, 3))) {
      odd.add(Finding.warning(path, "national-id-province", number.substring(0, 3)));
    }
    int year = birthYear(number);
    if (year > today.getYear() || year < today.getYear() - 120) {
      odd.add(Finding.warning(path, "national-id-year", String.valueOf(year)));
    } else if (birthDate != null && birthDate.getYear() != year) {
      odd.add(
          Finding.warning(
              path,
              "national-id-other-year",
              String.valueOf(year),
              String.valueOf(birthDate.getYear())));
    }
    return odd;
  }

  /** 0 and 1 are the 1900s, 2 and 3 the 2000s, and so on. */
  static int birthYear(String number) {
    int century = 1900 + (number.charAt(3) - '0') / 2 * 100;
    return century + Integer.parseInt(number.substring(4, 6));
  }
}
