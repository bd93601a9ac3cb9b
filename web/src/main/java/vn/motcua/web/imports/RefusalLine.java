package vn.motcua.web.imports;

import java.util.Locale;
import vn.motcua.eventlog.store.Refusal;
import vn.motcua.web.layout.Words;

/** One refused event or case, or one remark, as a table's row. */
public record RefusalLine(Refusal refusal, Words words) {

  public String getLine() {
    return refusal.line() == null ? "" : words.getNotation().count(refusal.line());
  }

  public String getCaseId() {
    return refusal.caseId() == null ? "" : refusal.caseId();
  }

  public String getCode() {
    return refusal.code();
  }

  public String getReason() {
    return refusal.message(words.locale());
  }

  public String getKind() {
    return words.of("refusal." + refusal.severity().name().toLowerCase(Locale.ROOT));
  }

  public String getStyle() {
    return switch (refusal.severity()) {
      case WARNING -> "waiting";
      case EVENT_REFUSED, CASE_REFUSED -> "bad";
    };
  }
}
