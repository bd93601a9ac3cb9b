package vn.motcua.processing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that was done in a ministry's own software.
 *
 * @param at when, there
 * @param words of the status, as they have it
 * @param note what they say beside it; may be empty
 * @param items what the applicant is asked for; empty: only the note says it
 * @param number of the signed document; empty: not told
 * @param signedOn its day; null: not told
 * @param signer may be empty
 */
public record ElsewhereStep(
    StatusMeaning meaning,
    Instant at,
    String words,
    String note,
    List<String> items,
    String number,
    LocalDate signedOn,
    String signer) {

  public ElsewhereStep {
    items = List.copyOf(items);
  }
}
