package vn.motcua.web.processing;

import java.util.StringJoiner;
import vn.motcua.processing.DossierView;
import vn.motcua.web.layout.Notation;
import vn.motcua.web.layout.Words;

/** What there is to say about a happening in a dossier's story. */
final class HappeningWords {

  private final Words words;

  HappeningWords(Words words) {
    this.words = words;
  }

  String detail(DossierView.Happening one) {
    StringJoiner detail = new StringJoiner(" · ");
    switch (one.kind()) {
      case "FINISHED" -> detail.add(words.of("dossier.outcome." + one.detail()));
      case "CLOSED" -> detail.add(closing(one.detail()));
      default -> {
        if (!one.detail().isEmpty()) {
          detail.add(one.detail());
        }
      }
    }
    if (!one.document().isEmpty()) {
      detail.add(words.of("dossier.by-document", one.document()));
    }
    if ("PAUSED".equals(one.kind())) {
      detail.add(words.of(one.lawful() ? "dossier.clock-stands" : "dossier.clock-runs"));
    }
    if (one.dueAt() != null) {
      detail.add(
          words.of("dossier.due-then", words.getNotation().minute(one.dueAt(), Notation.CITY)));
    }
    return detail.toString();
  }

  /** The words that were written; where there are none, the reason's name. */
  private String closing(String detail) {
    return switch (detail) {
      case "WITHDRAWN", "STOPPED", "RETURNED_INCOMPLETE", "NO_SUPPLEMENT", "OTHER" ->
          words.of("dossier.close." + detail);
      default -> detail;
    };
  }
}
