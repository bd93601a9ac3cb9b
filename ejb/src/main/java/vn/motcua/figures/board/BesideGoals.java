package vn.motcua.figures.board;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorAnswer;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;
import vn.motcua.figures.indicator.IndicatorQuestion;
import vn.motcua.figures.indicator.RegisterFigures;

/**
 * Which figures of the register stand beside which goal, so that nothing is beautified. Those that
 * have no legal meaning for the branch or field asked for have no figure there.
 */
final class BesideGoals {

  /**
   * A figure beside a goal.
   *
   * @param code of the side, as it stands in addresses and words
   * @param indicator of the register
   * @param side the side that lost the time; null: the whole figure
   */
  private record Beside(String code, String indicator, String side) {

    static Beside whole(String code, String indicator) {
      return new Beside(code, indicator, null);
    }
  }

  private static final Map<Goal, List<Beside>> ALL =
      Map.of(
          Goal.T2,
          List.of(Beside.whole("t2-delay", "RECORD_DELAY")),
          Goal.G1,
          List.of(Beside.whole("g1-cost", "G1_COST"), Beside.whole("g1-elapsed", "FLOW_ELAPSED")),
          Goal.G2,
          List.of(Beside.whole("g2-held", "PAPERS_HELD")),
          Goal.G3,
          List.of(
              Beside.whole("g3-hand-overs", "HAND_OVERS"), Beside.whole("g3-quick", "QUICK_STEPS")),
          Goal.K2,
          List.of(
              Beside.whole("k2-once", "ACCEPTED_ONCE"),
              Beside.whole("k2-refused", "INTAKE_REFUSED"),
              Beside.whole("k2-overrides", "OVERRIDES")),
          Goal.K3,
          List.of(
              new Beside("k3-intake", "LATE_CAUSE_BRANCH", "INTAKE"),
              new Beside("k3-agency", "LATE_CAUSE_BRANCH", "AGENCY"),
              new Beside("k3-consulted", "LATE_CAUSE_BRANCH", "CONSULTED"),
              new Beside("k3-applicant", "LATE_CAUSE_BRANCH", "APPLICANT"),
              new Beside("k3-return", "LATE_CAUSE_BRANCH", "RETURN")));

  private final RegisterFigures register;
  private final String dataset;
  private final Map<String, IndicatorAnswer> read = new HashMap<>();

  BesideGoals(RegisterFigures register, String dataset) {
    this.register = register;
    this.dataset = dataset;
  }

  /** What the stream counts, as it is now. */
  Map<Goal, List<Tile.Side>> streamed(Integer branch, Integer field, LocalDate from, LocalDate to)
      throws SQLException {
    return sides(RegisterFigures::isStreamed, branch, field, from, to);
  }

  /** What is counted from the operational tables. */
  Map<Goal, List<Tile.Side>> counted(Integer branch, Integer field, LocalDate from, LocalDate to)
      throws SQLException {
    return sides(code -> !RegisterFigures.isStreamed(code), branch, field, from, to);
  }

  /** The sides of a goal in their order, each with its figure or none. */
  static List<Tile.Side> inOrder(Goal goal, List<Tile.Side> found) {
    List<Tile.Side> sides = new ArrayList<>();
    for (Beside beside : ALL.getOrDefault(goal, List.of())) {
      sides.add(
          found.stream()
              .filter(side -> side.code().equals(beside.code()))
              .findFirst()
              .orElse(Tile.Side.none(beside.code())));
    }
    return sides;
  }

  private Map<Goal, List<Tile.Side>> sides(
      Predicate<String> wanted, Integer branch, Integer field, LocalDate from, LocalDate to)
      throws SQLException {
    Map<Goal, List<Tile.Side>> sides = new EnumMap<>(Goal.class);
    for (var goal : ALL.entrySet()) {
      List<Tile.Side> beside = new ArrayList<>();
      for (Beside one : goal.getValue()) {
        if (wanted.test(one.indicator())) {
          beside.add(side(one, branch, field, from, to));
        }
      }
      sides.put(goal.getKey(), beside);
    }
    return sides;
  }

  private Tile.Side side(Beside one, Integer branch, Integer field, LocalDate from, LocalDate to)
      throws SQLException {
    IndicatorAnswer answer = read.get(one.indicator());
    if (answer == null) {
      Dimension by = one.side() == null ? Dimension.NONE : Dimension.SIDE;
      answer =
          register.read(
              one.indicator(), new IndicatorQuestion(dataset, from, to, by, branch, null, field));
      read.put(one.indicator(), answer);
    }
    return Tile.Side.of(one.code(), answer.indicator(), value(one, answer));
  }

  private static Value value(Beside one, IndicatorAnswer answer) {
    if (one.side() == null || !answer.total().exists()) {
      return answer.total();
    }
    return answer.parts().stream()
        .filter(part -> part.key().equals(one.side()))
        .findFirst()
        .map(IndicatorAnswer.Part::value)
        .orElseGet(Value::nought);
  }
}
