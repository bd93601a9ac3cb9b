package vn.motcua.figures.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The flows of some days, branches and fields, added up.
 *
 * @param flows every flow
 */
public record BoardSums(Map<BoardFlow, Long> flows) {

  /** Where nothing happened. */
  public static final BoardSums NOTHING = new BoardSums(Map.of());

  public BoardSums {
    flows = Map.copyOf(flows);
  }

  /** Reads the columns of every flow. */
  static BoardSums read(ResultSet row) throws SQLException {
    Map<BoardFlow, Long> flows = new EnumMap<>(BoardFlow.class);
    for (BoardFlow flow : BoardFlow.values()) {
      flows.put(flow, row.getLong(flow.column()));
    }
    return new BoardSums(flows);
  }

  public long of(BoardFlow flow) {
    return flows.getOrDefault(flow, 0L);
  }

  public BoardSums plus(BoardSums other) {
    Map<BoardFlow, Long> sum = new EnumMap<>(BoardFlow.class);
    for (BoardFlow flow : BoardFlow.values()) {
      sum.put(flow, of(flow) + other.of(flow));
    }
    return new BoardSums(sum);
  }

  /** Of a share, or of a saving against a baseline. */
  Ratio ratio(BoardFlow part, BoardFlow whole) {
    return new Ratio(of(part), of(whole));
  }

  /** What was saved of a baseline; below 0 where more was used. */
  Ratio saving(BoardFlow baseline, BoardFlow used) {
    return new Ratio(of(baseline) - of(used), of(baseline));
  }
}
