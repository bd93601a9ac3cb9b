package vn.motcua.processing;

import java.text.Normalizer;
import java.util.List;

/**
 * What an applicant is asked for (nội dung phiếu yêu cầu bổ sung).
 *
 * @param items all that is missing, each on a line of its own
 * @param reason the rule or the fault
 * @param recheck the same items again, because the answer did not do
 * @param overrideBy login of the branch director who allows a second request, or null
 * @param overrideReason why
 */
public record SupplementItems(
    List<String> items, String reason, boolean recheck, String overrideBy, String overrideReason) {

  public SupplementItems {
    items =
        items.stream()
            .map(SupplementItems::clean)
            .filter(item -> !item.isEmpty())
            .distinct()
            .toList();
    reason = clean(reason);
    overrideReason = clean(overrideReason);
  }

  /** A first request. */
  public static SupplementItems of(List<String> items, String reason) {
    return new SupplementItems(items, reason, false, null, "");
  }

  /**
   * @throws ProcessingFailure.Missing where something was not written
   */
  void check() {
    if (items.isEmpty()) {
      throw new ProcessingFailure.Missing("items");
    }
    if (reason.isEmpty()) {
      throw new ProcessingFailure.Missing("reason");
    }
    if (overrideBy != null && overrideReason.isEmpty()) {
      throw new ProcessingFailure.Missing("override-reason");
    }
  }

  private static String clean(String text) {
    return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
