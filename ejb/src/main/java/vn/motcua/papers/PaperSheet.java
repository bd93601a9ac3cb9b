package vn.motcua.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The papers of a dossier as data: what is digitised, what is still to be done, and where the
 * originals lie.
 *
 * @param toDigitise papers that were brought, and must be digitised
 * @param done those of them that are; the rest is to be done
 */
public record PaperSheet(
    long dossierId,
    String code,
    int branchId,
    String procedure,
    int toDigitise,
    int done,
    List<Line> lines) {

  public PaperSheet {
    lines = List.copyOf(lines);
  }

  /** Whether nothing is left to digitise. */
  public boolean complete() {
    return done >= toDigitise;
  }

  /**
   * One paper.
   *
   * @param component code in the catalogue; empty for a paper beyond the list
   * @param brought handed in or shown, and not taken from what is held
   * @param digitised DuocSoHoa
   * @param reused DuocTaiSuDung
   * @param nationalStore DuocLayTuKhoDMQG
   * @param replacedByResult MaKetQuaThayThe, or empty
   * @param metadata what is known so far
   * @param version to be given back with a change
   * @param original KEPT, RETURNED or LOST; NONE where there was no original
   * @param place the body where the original lies, or empty
   */
  public record Line(
      long paperId,
      String name,
      String component,
      boolean brought,
      UUID fileId,
      boolean digitised,
      boolean reused,
      boolean nationalStore,
      String replacedByResult,
      String source,
      String legalBasis,
      PaperMetadata metadata,
      String confirmedBy,
      Instant confirmedAt,
      int version,
      String original,
      String place,
      String shelf,
      int custodyVersion,
      List<Movement> movements) {

    public Line {
      movements = List.copyOf(movements);
    }
  }

  /** A movement of an original. */
  public record Movement(
      String kind, Instant at, String who, String place, String shelf, String slip, String note) {}

  /**
   * A paper of the same person that is held and still valid.
   *
   * @param typeCode of the component that it can stand for
   * @param dossierCode where it was digitised
   * @param validUntil null: for ever
   */
  public record Held(
      long id, String typeCode, String title, String dossierCode, LocalDate validUntil) {}
}
