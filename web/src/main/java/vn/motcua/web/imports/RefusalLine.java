package vn.motcua.web.imports;

import java.util.Locale;
import vn.motcua.eventlog.store.Refusal;
import vn.motcua.web.layout.Words;

/** One refused event or case, or one remark, as a table's row. */
public record RefusalLine(Refusal refusal, Words words) {

  public String line() {
    return refusal.line() == null ? "" : words.getNotation().count(refusal.line());
  }

  public String caseId() {
    return refusal.caseId() == null ? "" : refusal.caseId();
  }

  public String code() {
    return refusal.code();
  }

  public String reason() {
    return refusal.message(words.locale());
  }

  public String kind() {
    return words.of("refusal." + refusal.severity().name().toLowerCase(Locale.ROOT));
  }

  public String style() {
    return switch (refusal.severity()) {
      case WARNING -> "waiting";
      case EVENT_REFUSED, CASE_REFUSED -> "bad";
    };
  }
}
