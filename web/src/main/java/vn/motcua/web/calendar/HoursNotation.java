package vn.motcua.web.calendar;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Weekly hours as people here write them: T2 to T7 and CN for the days, "nghỉ" for a closed one.
 * The service's own words (MON to SUN, closed) are taken too.
 */
final class HoursNotation {

  private static final Map<String, String> OWN =
      Map.of(
          "T2", "MON", "T3", "TUE", "T4", "WED", "T5", "THU", "T6", "FRI", "T7", "SAT", "CN", "SUN",
          "NGHỈ", "closed");

  private static final Map<String, String> OURS = turned();

  private static final Pattern TYPED =
      Pattern.compile(
          "(?<![\\p{L}\\d])(T[2-7]|CN|nghỉ)(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern KEPT = Pattern.compile("\\b(MON|TUE|WED|THU|FRI|SAT|SUN|closed)\\b");

  private HoursNotation() {}

  /** What was typed, in the service's words. */
  static String read(String typed) {
    return typed == null
        ? null
        : TYPED
            .matcher(typed)
            .replaceAll(found -> OWN.get(found.group().toUpperCase(java.util.Locale.ROOT)));
  }

  /** What is kept, as it is written in Vietnamese. */
  static String vietnamese(String kept) {
    return KEPT.matcher(kept)
        .replaceAll(found -> Matcher.quoteReplacement(OURS.get(found.group())));
  }

  private static Map<String, String> turned() {
    Map<String, String> turned = new TreeMap<>();
    OWN.forEach((ours, own) -> turned.put(own, ours.equals("NGHỈ") ? "nghỉ" : ours));
    return turned;
  }
}
