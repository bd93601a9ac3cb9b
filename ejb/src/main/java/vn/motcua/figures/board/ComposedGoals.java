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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.feedback.ConductFigures;
import vn.motcua.figures.index.IndexAnswer;
import vn.motcua.figures.index.IndexComponent;
import vn.motcua.figures.index.IndexService;

/**
 * The goals that are not added up by the stream but read from the tables: T1 (the index of QĐ 766),
 * T2 (how soon what happened could be seen) and K1 (upheld conduct). Kept for a minute, because a
 * board is asked for far more often than they change. They are counted for the whole city only: cut
 * by branch or field they have no legal meaning and no figure.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ComposedGoals {

  /** A goal of one period. */
  public record Composed(Ratio value, List<Tile.Side> sides) {}

  private static final Duration KEPT = Duration.ofMinutes(1);

  /**
   * Steps recorded, and with that visible to the applicant, within 24 hours of when they happened:
   * tracking reads the row itself, so its moment of recording is that of publication.
   */
  private static final String SEEN =
      """
      select count(*) filter (where t.recorded_at - t.occurred_at <= interval '24 hours'), count(*)
      from dossier_transition t
      where t.dataset_id = ? and t.occurred_at >= ? and t.occurred_at < ?
      """;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private IndexService index;
  @EJB private ConductFigures conduct;
  @Inject private InstantSource clock;
  @Inject private RecentGoals recent;

  public ComposedGoals() {}

  /** For use without a container. */
  ComposedGoals(
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
            List.of(new Tile.Side("t1-measured", new Ratio(answer.measured(), 100)))));
    // A demo lives its days faster than they are recorded.
    if ("CITY".equals(dataset.kind())) {
      goals.put(Goal.T2, new Composed(seen(dataset, from, to), List.of()));
    }
    ConductFigures.Conduct said = conduct.total(dataset.id(), from, to);
    goals.put(
        Goal.K1,
        new Composed(
            new Ratio(said.upheld(), said.accepted()),
            List.of(
                Tile.Side.count("k1-received", said.received()),
                Tile.Side.count("k1-decided", said.decided()),
                Tile.Side.count("k1-pending", said.pending()))));
    return goals;
  }

  private Ratio seen(DatasetSummary dataset, LocalDate from, LocalDate to) {
    try (Connection connection = database.getConnection()) {
      return Query.of(
              connection,
              SEEN,
              dataset.id(),
              from.atStartOfDay(dataset.zone()).toInstant(),
              to.atStartOfDay(dataset.zone()).toInstant())
          .first(row -> new Ratio(row.getLong(1), row.getLong(2)))
          .orElse(Ratio.NONE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
