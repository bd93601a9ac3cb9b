package vn.motcua.feedback;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what tells who somebody is: names, telephones, numbers of papers, e-mail and
 * home addresses. Rather too much than too little; a person reads it before it is published.
 */
public final class ProtectedText {

  /** Stands for what was taken out. */
  public static final String GAP = "[…]";

  /** A capital letter and the rest of a word, as names have them. */
  private static final String WORD = "\\p{Lu}[\\p{L}]*";

  private static final String WORDS = WORD + "(?:\\s+" + WORD + "){0,4}";

  private static final List<Pattern> SIGNS =
      List.of(
          Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"),
          // Telephones, identity cards, account numbers: eight digits or more, however grouped.
          Pattern.compile("\\+?\\d(?:[\\s.()/-]{0,2}\\d){7,}"),
          // Passports.
          Pattern.compile("(?<![\\p{L}\\d])[A-Z]\\d{7,8}(?!\\d)"),
          // Number plates.
          Pattern.compile("(?<!\\d)\\d{2}[A-Z]\\d?[\\s.-]{0,2}\\d{3}[.]?\\d{2}(?!\\d)"),
          Pattern.compile(
              "(?iu)(?<!\\p{L})(?:số nhà|nhà số|ngõ|ngách|hẻm|căn hộ|tổ dân phố|thôn|xóm)\\s+"
                  + "[\\p{L}]?\\d[\\w/.-]*"),
          Pattern.compile("(?:[Ss]ố\\s+)?\\d+[\\w/]*\\s+(?:phố|đường)\\s+" + WORDS),
          Pattern.compile("(?<=(?:[Pp]hố|[Đđ]ường)\\s)" + WORDS),
          Pattern.compile("(?<=(?:[Tt]hôn|[Xx]óm)\\s)" + WORDS),
          // "Hai Bà Trưng" is a place.
          Pattern.compile(
              "(?<!Hai Bà )(?<=(?<!\\p{L})(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|ÔNG|BÀ)\\s)"
                  + WORDS),
          Pattern.compile(
              "(?<=(?:[Tt]ôi là|[Tt]ên là|[Hh]ọ tên:|[Hh]ọ và tên:|[Tt]ên tôi là)\\s)" + WORDS));

  private ProtectedText() {}

  /**
   * @param known names and addresses that may stand in it in any case, with or without marks
   */
  public static String of(String text, Collection<String> known) {
    String safe = Normalizer.normalize(text, Normalizer.Form.NFC);
    for (String one : known) {
      safe = without(safe, one);
    }
    for (Pattern sign : SIGNS) {
      safe = sign.matcher(safe).replaceAll(Matcher.quoteReplacement(GAP));
    }
    return safe;
  }

  /** Whether nothing would be taken out of it any more. */
  public static boolean isSafe(String text, Collection<String> known) {
    return of(text, known).equals(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  /** Texts of two letters or fewer are part of too many words. */
  private static String without(String text, String known) {
    String wanted = folded(Normalizer.normalize(known, Normalizer.Form.NFC)).strip();
    if (wanted.length() < 3) {
      return text;
    }
    String pattern =
        "(?<![\\p{L}\\d])"
            + String.join(
                "[\\s,.-]+",
                List.of(wanted.split("[\\s,.-]+")).stream().map(Pattern::quote).toList())
            + "(?![\\p{L}\\d])";
    Matcher found = Pattern.compile(pattern).matcher(folded(text));
    List<int[]> spans = new ArrayList<>();
    while (found.find()) {
      spans.add(new int[] {found.start(), found.end()});
    }
    StringBuilder safe = new StringBuilder(text);
    for (int[] span : spans.reversed()) {
      safe.replace(span[0], span[1], GAP);
    }
    return safe.toString();
  }

  /** Lower case without marks, one character for each of the text, so that places agree. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      String plain = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
      String lower = plain.substring(0, 1).toLowerCase(Locale.ROOT);
      char base = lower.length() == 1 ? lower.charAt(0) : letter;
      folded.append(base == 'đ' ? 'd' : base);
    }
    return folded.toString();
  }
}
