package vn.motcua.handover;

import java.time.Instant;
import java.util.List;

/**
 * A slip with its lines.
 *
 * @param number as printed
 * @param version to be given back when it is received
 * @param giver who signed for giving; empty until then
 */
public record SlipView(
    long id,
    String number,
    SlipKind kind,
    SlipState state,
    int fromUnit,
    String from,
    int toUnit,
    String to,
    int version,
    Instant openedAt,
    String giver,
    Instant sentAt,
    String receiver,
    Instant receivedAt,
    List<Line> lines) {

  public SlipView {
    lines = List.copyOf(lines);
  }

  /** Lines that were not simply received. */
  public List<Line> differences() {
    return lines.stream()
        .filter(line -> line.verdict() != null && line.verdict() != LineVerdict.RECEIVED)
        .toList();
  }

  /**
   * A dossier on the slip.
   *
   * @param originals how many originals are kept
   * @param handBy until when the papers must be with the agency; null for results
   * @param late whether they were not
   * @param verdict null until received
   */
  public record Line(
      long dossierId,
      String code,
      String procedure,
      int originals,
      Instant handBy,
      boolean late,
      String scannedBy,
      Instant scannedAt,
      LineVerdict verdict,
      String note) {}

  /** A slip in a list. */
  public record Summary(
      long id,
      String number,
      SlipKind kind,
      SlipState state,
      String from,
      String to,
      int lines,
      Instant openedAt) {}

  /**
   * A dossier whose papers wait to be handed over.
   *
   * @param handBy same day, or the start of the next working day where it came after the cutoff
   */
  public record Pending(
      long dossierId,
      String code,
      String procedure,
      int toUnit,
      String to,
      Instant receivedAt,
      Instant handBy,
      boolean late) {}
}
