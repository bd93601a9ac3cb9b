package vn.motcua.figures.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Makes the nine tiles out of added-up days. */
final class Tiles {

  private final BoardSums period;
  private final BoardSums former;
  private final BoardSums untilYesterday;
  private final Map<LocalDate, BoardSums> days;
  private final Map<Goal, Target> targets;
  private final long overdue;
  private final Map<Goal, ComposedGoals.Composed> composed;
  private final Map<Goal, ComposedGoals.Composed> composedFormerly;
  private final Map<Goal, List<Tile.Side>> beside;

  /**
   * @param overdue at the end of the period
   * @param composed goals that are read, not added up
   * @param composedFormerly the same of the former period
   * @param beside what the register has beside a goal
   */
  Tiles(
      BoardSums period,
      BoardSums former,
      BoardSums untilYesterday,
      Map<LocalDate, BoardSums> days,
      Map<Goal, Target> targets,
      long overdue,
      Map<Goal, ComposedGoals.Composed> composed,
      Map<Goal, ComposedGoals.Composed> composedFormerly,
      Map<Goal, List<Tile.Side>> beside) {
    this.beside = beside;
    this.composed = composed;
    this.composedFormerly = composedFormerly;
    this.period = period;
    this.former = former;
    this.untilYesterday = untilYesterday;
    this.days = days;
    this.targets = targets;
    this.overdue = overdue;
  }

  List<Tile> all() {
    return Arrays.stream(Goal.values()).map(this::tile).toList();
  }

  private Tile tile(Goal goal) {
    if (composed.containsKey(goal)) {
      return composed(goal, composed.get(goal));
    }
    Ratio value = goal.of(period);
    Tile.State state =
        !goal.isMeasured()
            ? Tile.State.NO_SOURCE
            : value.exists() ? Tile.State.LIVE : Tile.State.EMPTY;
    return new Tile(
        goal,
        state,
        value,
        goal.of(former),
        goal.of(untilYesterday),
        targets.get(goal),
        with(goal, sides(goal)),
        goal.isMeasured() ? days(goal) : List.of());
  }

  private Tile composed(Goal goal, ComposedGoals.Composed now) {
    ComposedGoals.Composed formerly = composedFormerly.get(goal);
    return new Tile(
        goal,
        now.value().exists() ? Tile.State.LIVE : Tile.State.EMPTY,
        now.value(),
        formerly == null ? Ratio.NONE : formerly.value(),
        Ratio.NONE,
        targets.get(goal),
        with(goal, now.sides()),
        List.of());
  }

  private List<Tile.Day> days(Goal goal) {
    List<Tile.Day> figures = new ArrayList<>();
    days.forEach((day, sums) -> figures.add(new Tile.Day(day, goal.of(sums))));
    return figures;
  }

  private List<Tile.Side> sides(Goal goal) {
    return switch (goal) {
      case T3 ->
          List.of(
              new Tile.Side("t3-trust", ratio(BoardFlow.TRUSTING, BoardFlow.TRUST_ANSWERS)),
              new Tile.Side("t3-response", ratio(BoardFlow.RATED, BoardFlow.RETURNED)),
              new Tile.Side("t3-tablet", ratio(BoardFlow.TABLET_RATINGS, BoardFlow.RATED)));
      case K2 -> List.of(Tile.Side.count("k2-rechecks", period.of(BoardFlow.RECHECKS)));
      case K3 ->
          List.of(
              new Tile.Side("k3-on-time", ratio(BoardFlow.ON_TIME, BoardFlow.DATED_RESOLVED)),
              Tile.Side.count("k3-overdue", overdue));
      default -> List.of();
    };
  }

  /** The goal's own sides, then those of the register. */
  private List<Tile.Side> with(Goal goal, List<Tile.Side> own) {
    List<Tile.Side> all = new ArrayList<>(own);
    all.addAll(BesideGoals.inOrder(goal, beside.getOrDefault(goal, List.of())));
    return all;
  }

  private Ratio ratio(BoardFlow part, BoardFlow whole) {
    return period.ratio(part, whole);
  }
}
