package vn.motcua.figures;

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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;

/**
 * The door to the figures. Throws {@link FigureFailure} and dataset failures; never guesses.
 *
 * <p>Figures are counts without personal data: every role may read those of every unit. What leads
 * from a figure to its dossiers must ask {@link Access#requireAt} of its own.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FigureService {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final long LOOK_AGAIN_NANOS = 10_000_000L;

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @EJB private DatasetDirectory datasets;

  @EJB private Access access;

  @Inject private InstantSource clock;
  @EJB private HorizonRecounts recounts;

  public FigureService() {}

  /** For use without a container. */
  public FigureService(DataSource database, DatasetDirectory datasets, InstantSource clock) {
    this.database = database;
    this.datasets = datasets;
    this.clock = clock;
  }

  /** For use without a container, with recounts that are kept. */
  FigureService(
      DataSource database,
      DatasetDirectory datasets,
      InstantSource clock,
      HorizonRecounts recounts) {
    this(database, datasets, clock);
    this.recounts = recounts;
  }

  /**
   * The stream's figures: as they are now, or as they were at a horizon.
   *
   * @throws FigureFailure.StreamBehind where the stream missed the horizon
   */
  public FigureAnswer stream(FigureQuery query) {
    DatasetSummary dataset = datasets.findActive(query.dataset());
    try (Connection connection = database.getConnection()) {
      Horizon horizon = horizonOf(connection, dataset, query);
      if (horizon != null && horizon.state() != Horizon.State.FROZEN) {
        throw new FigureFailure.StreamBehind(horizon.id());
      }
      return answer(
          "STREAM",
          query,
          horizon,
          HorizonLedger.position(connection),
          StreamFigures.read(connection, dataset.id(), query));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The referee's recount, at a horizon or now. */
  public FigureAnswer referee(FigureQuery query) {
    DatasetSummary dataset = datasets.findActive(query.dataset());
    try (Connection connection = database.getConnection()) {
      Horizon horizon = horizonOf(connection, dataset, query);
      if (horizon == null) {
        horizon = HorizonLedger.now(connection, dataset.id());
      } else if (horizon.state() == Horizon.State.REQUESTED) {
        throw new FigureFailure.StreamBehind(horizon.id());
      }
      return recount(connection, dataset, horizon, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Marks a horizon now and waits until the stream's figures at it are kept, or until it is clear
   * that the stream is not coming. Roles: those who answer for figures; all datasets wait a moment
   * while the copy is made.
   *
   * @param from first day whose figures are kept day by day; null for all days
   * @param to the day after the last; null for all days
   */
  public Horizon mark(String datasetCode, LocalDate from, LocalDate to, String who) {
    access.require(
        Role.BRANCH_DIRECTOR, Role.LEADER, Role.REPORTER, Role.ADMINISTRATOR, Role.AUDITOR);
    DatasetSummary dataset = datasets.findActive(datasetCode);
    if (from != null && to != null && !from.isBefore(to)) {
      throw new FigureFailure.BadQuery("period");
    }
    try (Connection connection = database.getConnection()) {
      long id = HorizonLedger.request(connection, dataset.id(), from, to, who);
      Instant giveUp = clock.instant().plus(LONGEST_WAIT);
      Horizon horizon = HorizonLedger.find(connection, id).orElseThrow();
      while (!settled(horizon) && clock.instant().isBefore(giveUp)) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        horizon = HorizonLedger.find(connection, id).orElseThrow();
      }
      return horizon;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The horizon as it is now. */
  public Horizon horizon(long id) {
    try (Connection connection = database.getConnection()) {
      return HorizonLedger.find(connection, id)
          .orElseThrow(() -> new FigureFailure.UnknownHorizon(id));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares, cell by cell, the stream's kept figures with the referee's at the same horizon. */
  public Comparison compare(String datasetCode, long horizonId) {
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection()) {
      Horizon horizon = find(connection, dataset, horizonId);
      if (horizon.state() != Horizon.State.FROZEN) {
        throw new FigureFailure.StreamBehind(horizonId);
      }
      return RefereeVerdicts.judge(connection, dataset, horizon);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The referee's recount at a horizon, counted once for all who look; {@link #referee} counts
   * anew.
   *
   * @param query with a horizon
   * @param patience so long the caller waits
   * @return empty while it is being counted
   */
  public Optional<Recounted<FigureAnswer>> recounted(FigureQuery query, Duration patience) {
    DatasetSummary dataset = datasets.findActive(query.dataset());
    Horizon horizon;
    try (Connection connection = database.getConnection()) {
      horizon = horizonOf(connection, dataset, query);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (horizon == null) {
      throw new FigureFailure.BadQuery("horizon");
    }
    if (horizon.state() == Horizon.State.REQUESTED) {
      throw new FigureFailure.StreamBehind(horizon.id());
    }
    DataSource source = database;
    return recounts.of(
        query,
        patience,
        () -> {
          try (Connection connection = source.getConnection()) {
            return recount(connection, dataset, horizon, query);
          }
        });
  }

  /**
   * The comparison at a horizon, made once for all who look; {@link #compare} makes it anew. Where
   * the horizon is on record as equal, there is none to make: see {@link #agreed}.
   *
   * @param patience so long the caller waits
   * @return empty while it is being made
   */
  public Optional<Recounted<Comparison>> compared(
      String datasetCode, long horizonId, Duration patience) {
    DatasetSummary dataset = datasets.findActive(datasetCode);
    Horizon horizon;
    try (Connection connection = database.getConnection()) {
      horizon = find(connection, dataset, horizonId);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (horizon.state() != Horizon.State.FROZEN) {
      throw new FigureFailure.StreamBehind(horizonId);
    }
    DataSource source = database;
    return recounts.of(
        List.of(dataset.id(), horizonId),
        patience,
        () -> {
          try (Connection connection = source.getConnection()) {
            return RefereeVerdicts.judge(connection, dataset, horizon);
          }
        });
  }

  /**
   * The verdict at a horizon, where one was given that found no difference. What is compared there
   * never changes, so it need not be counted again to be shown; who wants it counted again asks to
   * {@link #compare} or takes a new cut.
   */
  public Optional<RefereeVerdict> agreed(String datasetCode, long horizonId) {
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection()) {
      return RefereeVerdicts.at(connection, find(connection, dataset, horizonId))
          .filter(RefereeVerdict::matches);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The last verdicts of the referee, the newest first; at most a hundred. */
  public List<RefereeVerdict> verdicts(String datasetCode, int most) {
    DatasetSummary dataset = datasets.findActive(datasetCode);
    try (Connection connection = database.getConnection()) {
      return RefereeVerdicts.list(connection, dataset.id(), Math.clamp(most, 1, 100));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How far the stream is. */
  public StreamPosition position() {
    try (Connection connection = database.getConnection()) {
      return HorizonLedger.position(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean settled(Horizon horizon) {
    return horizon.state() == Horizon.State.FROZEN || horizon.state() == Horizon.State.MISSED;
  }

  private static FigureAnswer recount(
      Connection connection, DatasetSummary dataset, Horizon horizon, FigureQuery query)
      throws SQLException {
    return answer(
        "REFEREE",
        query,
        horizon,
        null,
        Referee.count(connection, dataset, horizon.xid(), horizon.timeFor(dataset), query));
  }

  private static Horizon horizonOf(Connection connection, DatasetSummary dataset, FigureQuery query)
      throws SQLException {
    if (query.horizon() == null) {
      return null;
    }
    Horizon horizon = find(connection, dataset, query.horizon());
    if (query.from().isBefore(horizon.from()) || query.to().isAfter(horizon.to())) {
      throw new FigureFailure.OutsideHorizon(horizon.id());
    }
    return horizon;
  }

  private static Horizon find(Connection connection, DatasetSummary dataset, long id)
      throws SQLException {
    return HorizonLedger.find(connection, id)
        .filter(found -> found.datasetId() == dataset.id())
        .orElseThrow(() -> new FigureFailure.UnknownHorizon(id));
  }

  private static FigureAnswer answer(
      String source,
      FigureQuery query,
      Horizon horizon,
      StreamPosition position,
      List<PeriodFigures> figures) {
    return new FigureAnswer(
        source, FigureAnswer.FORMULA_VERSION, query, horizon, position, figures);
  }
}
