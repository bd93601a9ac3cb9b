package vn.motcua.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.Query;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;

/** The referee by the clock. The server begins at 0:30 in Hanoi; a hand freezes what is asked. */
class RefereeRoundsTest {

  private static final Instant BEGIN = Instant.parse("2026-09-29T17:30:00Z");

  private DataSource database;
  private Instant now = BEGIN;
  private boolean freezing = true;

  @BeforeEach
  void prepare() {
    database = TestDatabase.fresh();
  }

  @Test
  void looksEveryHourAndAtNightAndKeepsItsVerdicts() throws SQLException {
    RefereeRounds rounds = rounds();
    assertThat(rounds.go()).as("not yet").isEmpty();
    at(59);
    assertThat(rounds.go()).isEmpty();
    at(60);
    List<RefereeVerdict> first = rounds.go();
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().matches()).isTrue();
    assertThat(first.getFirst().scheduled()).isTrue();
    try (Connection connection = database.getConnection()) {
      Horizon checked = HorizonLedger.find(connection, first.getFirst().horizon()).orElseThrow();
      assertThat(RefereeVerdicts.at(connection, checked)).contains(first.getFirst());
    }
    assertThat(rounds.go()).as("done for this hour").isEmpty();
    at(121);
    assertThat(rounds.go()).as("2:31, the night's").hasSize(1);
    assertThat(fullChecks()).isEqualTo(1);
    assertThat(rounds.go()).isEmpty();
    assertThat(rounds().go()).as("another server, or this one again").isEmpty();
  }

  @Test
  void oneAlteredCellIsTold() throws SQLException {
    run(
        "insert into indicator_day (generation, dataset_id, indicator, day, body_id, field_id,"
            + " bucket, value) values (1, 1, 'LATE_BY', '2026-09-02', 5, 6, 40, 1)");
    RefereeRounds rounds = rounds();
    at(60);
    RefereeVerdict verdict = rounds.go().getFirst();
    assertThat(verdict.matches()).isFalse();
    assertThat(verdict.indicators()).isEqualTo(1);
    assertThat(verdict.of(RollUp.FIGURES)).isZero();
    assertThat(verdict.flows()).containsExactly("LATE_BY");
  }

  /** A rating without its row of the history: only one of the two texts of each element sees it. */
  @Test
  void whatIsCountedFromTheTablesIsCountedTwiceToo() throws SQLException {
    run(
        """
        set session_replication_role = replica;
        insert into dossier (id, dataset_id, code, field_id, unit_id, channel, state, received_at,
          sequence)
        values (1, 1, 'X', 1, 1, 'DIRECT', 'FINISHED', '2026-09-01T03:00:00Z', 1);
        insert into rating (dossier_id, given_at, place, answers, trust)
        values (1, '2026-09-05T03:00:00Z', 'LINK', '{5,5,5,5,5}', 5)
        """);
    RefereeRounds rounds = rounds();
    at(60);
    RefereeVerdict verdict = rounds.go().getFirst();
    assertThat(verdict.matches()).isFalse();
    assertThat(verdict.of(RollUp.TABLES)).isEqualTo(5);
    assertThat(verdict.of(RollUp.INDICATORS)).isZero();
    assertThat(verdict.flows())
        .containsExactlyInAnyOrder("SIPAS_1", "SIPAS_2", "SIPAS_3", "SIPAS_4", "SIPAS_5");
  }

  @Test
  void doesNotBeginWhileAComparisonRuns() throws SQLException {
    RefereeRounds rounds = rounds();
    at(60);
    try (Connection other = database.getConnection()) {
      Query.of(other, "select pg_advisory_lock_shared(?)", RefereeVerdicts.LOCK).first(row -> true);
      assertThat(rounds.go()).isEmpty();
    }
    assertThat(rounds.go()).hasSize(1);
  }

  @Test
  void withoutTheStreamThereIsNoVerdictAndTheNextHourTriesAgain() throws SQLException {
    freezing = false;
    RefereeRounds rounds = rounds();
    at(60);
    assertThat(rounds.go()).isEmpty();
    freezing = true;
    at(121);
    assertThat(rounds.go()).hasSize(1);
  }

  @Test
  void letsTheCopiesOfWhatAgreedGoAfterTwoDays() throws SQLException {
    RefereeRounds rounds = rounds();
    at(60);
    rounds.go();
    at(60 + 60 * 49);
    rounds.go();
    assertThat(number("select count(*) from horizon where state = 'RELEASED'")).isEqualTo(1);
    assertThat(number("select count(*) from referee_verdict")).isEqualTo(2);
  }

  private RefereeRounds rounds() {
    return new RefereeRounds(
        database,
        new DatasetDirectory(database),
        this::moment,
        Duration.ofHours(1),
        LocalTime.of(2, 30));
  }

  private void at(int minutes) throws SQLException {
    now = BEGIN.plus(Duration.ofMinutes(minutes));
  }

  /** Each look at the clock lets a second pass, and the relay's hand come by. */
  private Instant moment() {
    try {
      run(
          """
          update horizon set requested_at = '%1$s'
          where abs(requested_at::date - date '2026-09-30') > 9"""
              .formatted(now));
      if (freezing) {
        freeze();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    now = now.plusMillis(100);
    return now;
  }

  private void freeze() throws SQLException {
    run(
        """
        with asked as (
          update horizon set state = 'FROZEN', time = requested_at, generation = 1,
            xid = pg_snapshot_xmin(pg_current_snapshot())
          where state = 'REQUESTED' returning id)
        insert into horizon_indicator_day
        select a.id, i.indicator, i.day, i.body_id, i.field_id, i.bucket, i.value
        from asked a, indicator_day i""");
  }

  private long fullChecks() throws SQLException {
    return number("select count(*) from horizon where from_day = '-infinity'");
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Query.of(connection, sql).first(row -> row.getLong(1)).orElseThrow();
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
