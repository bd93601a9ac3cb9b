package vn.motcua.figures;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.dataset.DatasetSummary;

/**
 * The referee by the clock: at intervals over the days of this and the last month of datasets whose
 * time goes on (all earlier days as one), and at night over every day of every dataset. One server
 * does it, and not while a comparison runs. What is due is read from the horizons on record, so a
 * restart neither forgets nor repeats.
 */
final class RefereeRounds {

  /** Copies of figures that the read model and the log still give; no row of a dossier. */
  private static final List<String> LET_GO =
      List.of(
          "delete from horizon_figure_day where horizon_id = ?",
          "delete from horizon_board_day where horizon_id = ?",
          "delete from horizon_indicator_day where horizon_id = ?");

  /** Who asks for a scheduled horizon. */
  static final String SCHEDULE = "referee-schedule";

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final long LOOK_AGAIN_NANOS = 20_000_000L;

  /** So long the copies of what agreed are kept for looking at. */
  private static final Duration KEPT = Duration.ofDays(2);

  private final DataSource database;
  private final DatasetDirectory datasets;
  private final InstantSource clock;
  private final Duration interval;
  private final LocalTime night;
  private final Instant begun;

  /**
   * @param interval between two checks of a dataset; zero: none
   * @param night local time of a dataset's full check; null: none
   */
  RefereeRounds(
      DataSource database,
      DatasetDirectory datasets,
      InstantSource clock,
      Duration interval,
      LocalTime night) {
    this.database = database;
    this.datasets = datasets;
    this.clock = clock;
    this.interval = interval;
    this.night = night;
    begun = clock.instant();
  }

  /**
   * Does what is due now.
   *
   * @return the verdicts given, by nobody but this server
   */
  List<RefereeVerdict> go() {
    List<RefereeVerdict> given = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      if (!locked(connection)) {
        return given;
      }
      try {
        for (DatasetSummary dataset : datasets.active()) {
          if (nightly(connection, dataset)) {
            check(connection, dataset, null, given);
          } else if (hourly(connection, dataset)) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), dataset.zone());
            check(connection, dataset, today.withDayOfMonth(1).minusMonths(1), given);
          }
        }
        release(connection);
      } finally {
        Query.of(connection, "select pg_advisory_unlock(?)", RefereeVerdicts.LOCK)
            .first(row -> true);
      }
      return given;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean locked(Connection connection) throws SQLException {
    return Query.of(connection, "select pg_try_advisory_lock(?)", RefereeVerdicts.LOCK)
        .first(row -> row.getBoolean(1))
        .orElse(false);
  }

  private boolean hourly(Connection connection, DatasetSummary dataset) throws SQLException {
    if (interval.isZero() || dataset.clockEnd() != null) {
      return false;
    }
    Instant last = lastHorizon(connection, dataset, "");
    return !clock.instant().isBefore(last.plus(interval));
  }

  private boolean nightly(Connection connection, DatasetSummary dataset) throws SQLException {
    if (night == null) {
      return false;
    }
    Instant tonight =
        LocalDate.ofInstant(clock.instant(), dataset.zone())
            .atTime(night)
            .atZone(dataset.zone())
            .toInstant();
    Instant last = lastHorizon(connection, dataset, " and from_day = '-infinity'");
    return !clock.instant().isBefore(tonight) && last.isBefore(tonight);
  }

  /** Of those asked for by the schedule; before the first, when this server began. */
  private Instant lastHorizon(Connection connection, DatasetSummary dataset, String further)
      throws SQLException {
    return Query.of(
            connection,
            "select max(requested_at) as last from horizon"
                + " where dataset_id = ? and requested_by = ?"
                + further,
            dataset.id(),
            SCHEDULE)
        .first(row -> Query.moment(row, "last"))
        .orElse(begun);
  }

  private void check(
      Connection connection, DatasetSummary dataset, LocalDate from, List<RefereeVerdict> given)
      throws SQLException {
    long id = HorizonLedger.request(connection, dataset.id(), from, null, SCHEDULE);
    Horizon horizon = settled(connection, id);
    if (horizon.state() == Horizon.State.FROZEN) {
      RefereeVerdicts.compare(connection, dataset, horizon);
      given.add(RefereeVerdicts.last(connection, dataset.id()).orElseThrow());
    }
  }

  private Horizon settled(Connection connection, long id) throws SQLException {
    Instant giveUp = clock.instant().plus(LONGEST_WAIT);
    Horizon horizon = HorizonLedger.find(connection, id).orElseThrow();
    while ((horizon.state() == Horizon.State.REQUESTED || horizon.state() == Horizon.State.MARKED)
        && clock.instant().isBefore(giveUp)) {
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      horizon = HorizonLedger.find(connection, id).orElseThrow();
    }
    return horizon;
  }

  /** Lets the copies go that the schedule made and found equal; else a year would keep 8,760. */
  private void release(Connection connection) throws SQLException {
    // First nobody asks for them any more, then they go.
    List<Long> released =
        Query.of(
                connection,
                """
                update horizon set state = 'RELEASED'
                where state = 'FROZEN' and requested_by = ? and requested_at < ?
                  and id in (select horizon_id from figure_check where differences = 0)
                returning id""",
                SCHEDULE,
                clock.instant().minus(KEPT))
            .list(row -> row.getLong(1));
    for (long horizon : released) {
      for (String sql : LET_GO) {
        Query.of(connection, sql, horizon).update();
      }
    }
  }
}
