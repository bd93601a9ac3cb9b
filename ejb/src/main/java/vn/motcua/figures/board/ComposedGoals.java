package vn.motcua.figures.board;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.feedback.ConductFigures;
import vn.motcua.figures.CountingSession;
import vn.motcua.figures.index.IndexAnswer;
import vn.motcua.figures.index.IndexComponent;
import vn.motcua.figures.index.IndexService;
import vn.motcua.figures.indicator.Dimension;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;
import vn.motcua.figures.indicator.IndicatorQuestion;
import vn.motcua.figures.indicator.RegisterFigures;

/**
 * The goals that are not added up by the stream but read from the tables: T1 (the index of QĐ 766),
 * T2 (how soon what happened could be seen) and K1 (upheld conduct). Kept for a minute, because a
 * board is asked for far more often than they change. K1 is counted for a branch too; cut otherwise
 * they have no legal meaning and no figure.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComposedGoals {

  /** A goal of one period. */
  public record Composed(Ratio value, List<Tile.Side> sides) {}

  private static final Duration KEPT = Duration.ofMinutes(1);

  /** Groups of the index; the first is openness (công khai, minh bạch). */
  private static final int GROUPS = 5;

  private static final int OPENNESS = 1;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private IndexService index;
  @EJB private ConductFigures conduct;
  @Inject private InstantSource clock;
  @Inject private RecentGoals recent;

  public ComposedGoals() {}

  /** For use without a container. */
  public ComposedGoals(
      DataSource database, IndexService index, ConductFigures conduct, InstantSource clock) {
    this.database = database;
    this.index = index;
    this.conduct = conduct;
    this.clock = clock;
    recent = new RecentGoals();
  }

  /**
   * @param to the day after the last
   * @return empty for an imported log, which tells nothing of them
   */
  public Map<Goal, Composed> of(DatasetSummary dataset, LocalDate from, LocalDate to) {
    if (dataset.clockEnd() != null || !from.isBefore(to)) {
      return Map.of();
    }
    Instant now = clock.instant();
    return recent.of(
        dataset.id() + " " + from + " " + to, now, now.plus(KEPT), () -> read(dataset, from, to));
  }

  /**
   * Those that have a meaning for a branch: K1.
   *
   * @param branchId of any of its versions
   * @param to the day after the last
   * @return empty for an imported log
   */
  public Map<Goal, Composed> ofBranch(
      DatasetSummary dataset, int branchId, LocalDate from, LocalDate to) {
    if (dataset.clockEnd() != null || !from.isBefore(to)) {
      return Map.of();
    }
    Instant now = clock.instant();
    return recent.of(
        "branch %d %s %s %d".formatted(dataset.id(), from, to, branchId),
        now,
        now.plus(KEPT),
        () ->
            Map.of(
                Goal.K1,
                conduct(
                    dataset,
                    branchId,
                    conduct.ofBranch(dataset.id(), branchId, from, to),
                    from,
                    to)));
  }

  /**
   * What stands beside the goals and is counted from the tables, for a branch or a field too.
   *
   * @param to the day after the last
   * @return sides without a value of the goal; empty for an imported log
   */
  public Map<Goal, Composed> beside(
      DatasetSummary dataset, BoardQuestion asked, LocalDate from, LocalDate to) {
    if (dataset.clockEnd() != null || !from.isBefore(to)) {
      return Map.of();
    }
    Instant now = clock.instant();
    String key =
        "beside %d %s %s %s %s"
            .formatted(dataset.id(), from, to, asked.branchId(), asked.fieldId());
    return recent.of(
        key,
        now,
        now.plus(KEPT),
        () -> {
          try (Connection connection = database.getConnection();
              CountingSession session = new CountingSession(connection)) {
            Map<Goal, Composed> goals = new EnumMap<>(Goal.class);
            new BesideGoals(new RegisterFigures(connection, dataset, now), dataset.code())
                .counted(asked.branchId(), asked.fieldId(), from, to)
                .forEach((goal, sides) -> goals.put(goal, new Composed(Ratio.NONE, sides)));
            return goals;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private Map<Goal, Composed> read(DatasetSummary dataset, LocalDate from, LocalDate to) {
    Map<Goal, Composed> goals = new EnumMap<>(Goal.class);
    IndexAnswer answer = index.read(dataset.code(), from, to);
    goals.put(
        Goal.T1,
        new Composed(
            // Without a dossier there is nothing to judge, whatever QĐ 766 gives for silence.
            answer.line(IndexComponent.ON_TIME).earned() == null
                ? Ratio.NONE
                : new Ratio(answer.earned(), 100L * answer.measured()),
            indexSides(answer)));
    // A demo lives its days faster than they are recorded.
    if ("CITY".equals(dataset.kind())) {
      goals.put(
          Goal.T2,
          new Composed(
              registered("T2", dataset, null, from, to),
              List.of(points("t2-index", answer, OPENNESS))));
    }
    goals.put(Goal.K1, conduct(dataset, null, conduct.total(dataset.id(), from, to), from, to));
    return goals;
  }

  private Composed conduct(
      DatasetSummary dataset,
      Integer branchId,
      ConductFigures.Conduct said,
      LocalDate from,
      LocalDate to) {
    return new Composed(
        registered("K1", dataset, branchId, from, to),
        List.of(
            Tile.Side.count("k1-received", said.received()),
            Tile.Side.count("k1-decided", said.decided()),
            Tile.Side.count("k1-pending", said.pending())));
  }

  private static List<Tile.Side> indexSides(IndexAnswer answer) {
    List<Tile.Side> sides = new ArrayList<>();
    for (int group = 1; group <= GROUPS; group++) {
      sides.add(points("t1-group-" + group, answer, group));
    }
    sides.add(new Tile.Side("t1-measured", new Ratio(answer.measured(), 100)));
    return sides;
  }

  private static Tile.Side points(String code, IndexAnswer answer, int group) {
    Integer earned = answer.earnedBy(group);
    return earned == null
        ? Tile.Side.none(code)
        : new Tile.Side(
            code,
            new Ratio(earned, 100L * answer.measuredOf(group)),
            Tile.Side.Sort.POINTS,
            null,
            null);
  }

  /** As the register has it: one text for both. */
  private Ratio registered(
      String code, DatasetSummary dataset, Integer branchId, LocalDate from, LocalDate to) {
    try (Connection connection = database.getConnection();
        CountingSession session = new CountingSession(connection)) {
      Value value =
          new RegisterFigures(connection, dataset, clock.instant())
              .read(
                  code,
                  new IndicatorQuestion(
                      dataset.code(), from, to, Dimension.NONE, branchId, null, null))
              .total();
      return value.exists() ? new Ratio(value.numerator(), value.denominator()) : Ratio.NONE;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
