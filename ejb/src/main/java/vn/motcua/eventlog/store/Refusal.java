package vn.motcua.eventlog.store;

import java.util.Locale;
import vn.motcua.eventlog.finding.FindingCode;
import vn.motcua.eventlog.finding.Severity;

/**
 * One stored finding: an event or a case that was refused, or taken with a remark.
 *
 * @param id ascending; the key for paging
 * @param line where it begins in the file, from 1; may be null
 * @param position the ordinal of the event, from 1; null where a case is meant
 */
public record Refusal(
    long id,
    Severity severity,
    String code,
    Long line,
    Long position,
    String caseId,
    String subject,
    String value) {

  /** The sentence for people. */
  public String message(Locale locale) {
    return FindingCode.message(code, subject, value, locale);
  }
}
