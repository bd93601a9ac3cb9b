package vn.motcua.ministry;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A status (trạng thái) as a ministry's software has it.
 *
 * @param number the sender's own count of the dossier's statuses, from 1; null: it does not count
 * @param word the status in their words
 * @param occurredAt when it came about, there
 * @param note beside it; may be empty
 * @param items what the applicant is asked for; may be empty
 * @param resultNumber of the signed document; may be empty
 * @param signedOn its day, or null
 * @param signer may be empty
 */
public record ReportedStatus(
    Integer number,
    String word,
    Instant occurredAt,
    String note,
    List<String> items,
    String resultNumber,
    LocalDate signedOn,
    String signer) {

  public ReportedStatus {
    word = clean(word);
    note = clean(note);
    resultNumber = clean(resultNumber);
    signer = clean(signer);
    items =
        items.stream()
            .map(ReportedStatus::clean)
            .filter(item -> !item.isEmpty())
            .distinct()
            .toList();
  }

  /** A status of which no more is told. */
  public static ReportedStatus of(Integer number, String word, Instant occurredAt) {
    return new ReportedStatus(number, word, occurredAt, "", List.of(), "", null, "");
  }

  static String clean(String text) {
    return text == null
        ? ""
        : Normalizer.normalize(text, Normalizer.Form.NFC).replace("\0", "").strip();
  }
}
