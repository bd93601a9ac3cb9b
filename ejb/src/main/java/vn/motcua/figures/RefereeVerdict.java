package vn.motcua.figures;

import java.time.Instant;
import java.util.Set;

/**
 * How a comparison of stream and referee ended (kết luận của trọng tài).
 *
 * @param horizon the cut at which it was made
 * @param time T of the cut
 * @param checkedAt when it was made
 * @param askedBy a login, or {@link RefereeRounds#SCHEDULE}
 * @param figures differing cells of {@code figure_day}
 * @param board of {@code board_day}; null where the horizon had none
 * @param indicators of {@code indicator_day}; null where the horizon had none
 * @param tables of what is counted from the operational tables; null where it was not compared
 * @param flows which flows and series differ, of the first cells
 */
public record RefereeVerdict(
    long horizon,
    Instant time,
    Instant checkedAt,
    String askedBy,
    long figures,
    Long board,
    Long indicators,
    Long tables,
    Set<String> flows) {

  /** So many differing cells of a roll-up are told; of further ones only the number. */
  public static final int MOST_TOLD = 200;

  public RefereeVerdict {
    flows = Set.copyOf(flows);
  }

  public long differences() {
    return figures + orNone(board) + orNone(indicators) + orNone(tables);
  }

  private static long orNone(Long differing) {
    return differing == null ? 0 : differing;
  }

  public boolean matches() {
    return differences() == 0;
  }

  public boolean scheduled() {
    return RefereeRounds.SCHEDULE.equals(askedBy);
  }

  /**
   * How many cells of a roll-up differ.
   *
   * @return null where it was not compared
   */
  public Long of(RollUp rollUp) {
    return switch (rollUp) {
      case FIGURES -> Long.valueOf(figures);
      case BOARD -> board;
      case INDICATORS -> indicators;
      case TABLES -> tables;
    };
  }
}
