package vn.motcua.web.supervision;

import java.util.List;

/**
 * Whether stream and referee agree at a horizon.
 *
 * @param sentence "khớp đến H, còn N sự kiện đang chờ", or what else there is to say
 * @param differences the first of the differing cells
 */
public record Verdict(Kind kind, String word, String sentence, List<DifferingCell> differences) {

  /** Told by word, shape and colour. */
  public enum Kind {
    /** No cut was taken yet. */
    UNKNOWN,
    /** Khớp. */
    GOOD,
    /** Lệch. */
    BAD,
    /** The stream did not come to the horizon. */
    WAITING
  }

  public String style() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}
