package vn.motcua.eventlog.finding;

import java.util.Locale;

/**
 * One refusal or remark.
 *
 * @param line the line in the file where the event or trace begins, from 1; null if unknown
 * @param position the ordinal of the event in the file, from 1; null where a case is meant
 * @param caseId null where it is what is missing
 * @param subject the part of the mapping concerned, such as {@code due}; may be null
 * @param value what was found, cut to 200 characters; may be null
 */
public record Finding(
    Severity severity,
    FindingCode code,
    Long line,
    Long position,
    String caseId,
    String subject,
    String value) {

  private static final int SHOWN = 200;

  public Finding {
    caseId = shown(caseId);
    value = shown(value);
  }

  /** The Vietnamese sentence that is stored with the finding. */
  public String message() {
    return FindingCode.message(code.code(), subject, value, Locale.ROOT);
  }

  private static String shown(String text) {
    if (text == null || text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }
}
