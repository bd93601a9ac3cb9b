package vn.motcua.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;

/**
 * Leads a rebuild from step to step. Whoever runs the jobs (the local platform, or a deployment)
 * sees in the table which generation is wanted, and starts and ends its job; nothing here knows who
 * that is. Every step can be done again after a crash.
 */
final class RebuildRun {

  private static final System.Logger LOG = System.getLogger(RebuildRun.class.getName());

  /** Come so near to now, the new generation can reach a horizon within the relay's patience. */
  private static final int NEAR_SECONDS = 3;

  private static final Duration HORIZON_WAIT = Duration.ofSeconds(10);
  private static final long LOOK_AGAIN_NANOS = 20_000_000L;
  private static final int ATTEMPTS = 5;

  /** Positions move on every few hundred milliseconds: one of these finds the new one ahead. */
  private static final int SWITCH_ATTEMPTS = 500;

  private final Connection connection;
  private final DatasetDirectory datasets;
  private final InstantSource clock;

  /**
   * @param connection in auto-commit mode
   */
  RebuildRun(Connection connection, DatasetDirectory datasets, InstantSource clock) {
    this.connection = connection;
    this.datasets = datasets;
    this.clock = clock;
  }

  /**
   * Does what can be done now.
   *
   * @return the rebuild that ended by it
   */
  Optional<Rebuild> step() throws SQLException {
    GenerationRows.dropUnused(connection);
    Optional<Rebuild> running = RebuildLedger.running(connection);
    if (running.isEmpty()) {
      if (RebuildLedger.isFormulaNew(connection)) {
        RebuildLedger.request(
            connection, "Công thức " + FigureAnswer.FORMULA_VERSION, false, "formula-version");
      }
      return Optional.empty();
    }
    Rebuild rebuild = running.get();
    return switch (rebuild.state()) {
      case REQUESTED -> {
        if (rebuild.readTo() != null) {
          RebuildLedger.advance(connection, rebuild, Rebuild.State.READING);
        }
        yield Optional.empty();
      }
      case READING -> {
        if (isNear(rebuild)) {
          RebuildLedger.advance(connection, rebuild, Rebuild.State.COMPARING);
        }
        yield Optional.empty();
      }
      // Somebody is to say yes.
      case AGREED -> Optional.empty();
      default -> compare(rebuild);
    };
  }

  private boolean isNear(Rebuild rebuild) throws SQLException {
    return Query.of(
            connection,
            """
            select time >= clock_timestamp() - make_interval(secs => ?)
            from stream_position where generation = ?""",
            NEAR_SECONDS,
            rebuild.generation())
        .first(row -> row.getBoolean(1))
        .orElse(false);
  }

  private Optional<Rebuild> compare(Rebuild rebuild) throws SQLException {
    List<DatasetSummary> all = datasets.active();
    int compared = 0;
    long differences = 0;
    for (DatasetSummary dataset : all) {
      Optional<Horizon> horizon = horizon(rebuild, dataset);
      if (horizon.isEmpty()) {
        LOG.log(System.Logger.Level.INFO, "Rebuild {0} is compared later", rebuild.id());
        return Optional.empty();
      }
      Comparison comparison = Referee.compare(connection, dataset, horizon.get());
      compared++;
      differences += comparison.count();
      RebuildLedger.compared(connection, rebuild, compared, differences);
    }
    if (differences > 0) {
      return ended(rebuild, RebuildLedger.advance(connection, rebuild, Rebuild.State.DIFFERENT));
    }
    if (rebuild.asksBeforeSwitch() && rebuild.confirmedAt() == null) {
      RebuildLedger.advance(connection, rebuild, Rebuild.State.AGREED);
      return Optional.empty();
    }
    for (int attempt = 0; attempt < SWITCH_ATTEMPTS; attempt++) {
      Optional<Boolean> shown = show(rebuild);
      if (shown.isPresent()) {
        return ended(rebuild, shown.get());
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
    return Optional.empty();
  }

  private Optional<Rebuild> ended(Rebuild rebuild, boolean byUs) throws SQLException {
    return byUs ? Optional.of(RebuildLedger.find(connection, rebuild.id())) : Optional.empty();
  }

  /** A horizon with the figures of the new generation. */
  private Optional<Horizon> horizon(Rebuild rebuild, DatasetSummary dataset) throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      long id =
          HorizonLedger.request(
              connection, dataset.id(), rebuild.generation(), "rebuild " + rebuild.id());
      var giveUp = clock.instant().plus(HORIZON_WAIT);
      Horizon horizon = HorizonLedger.find(connection, id).orElseThrow();
      while (horizon.state() != Horizon.State.FROZEN
          && horizon.state() != Horizon.State.MISSED
          && clock.instant().isBefore(giveUp)) {
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        horizon = HorizonLedger.find(connection, id).orElseThrow();
      }
      if (horizon.state() == Horizon.State.FROZEN) {
        return Optional.of(horizon);
      }
    }
    return Optional.empty();
  }

  /**
   * The state and the pointer change together, or not at all. Neither job writes meanwhile, so that
   * no figure can be seen to run backwards.
   *
   * @return whether it is shown now, or was ended by somebody; empty while it is behind the former
   */
  private Optional<Boolean> show(Rebuild rebuild) throws SQLException {
    connection.setAutoCommit(false);
    try {
      if (!GenerationRows.isAsNew(connection, rebuild.generation(), rebuild.former())) {
        connection.rollback();
        return Optional.empty();
      }
      boolean ours = RebuildLedger.advance(connection, rebuild, Rebuild.State.SWITCHED);
      if (ours) {
        GenerationRows.show(
            connection, rebuild.generation(), rebuild.former(), rebuild.formulaVersion());
      }
      connection.commit();
      return Optional.of(ours);
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }
}
