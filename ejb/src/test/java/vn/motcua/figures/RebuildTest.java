package vn.motcua.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.Query;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.identity.IdentityFailure;
import vn.motcua.world.CityWorld;

/** A rebuild from step to step on a real PostgreSQL; the jobs and the relay are played by SQL. */
class RebuildTest {

  private static final int WRITER_LOCK = 0x4D43_4647;

  private final CityWorld city = new CityWorld();
  private final Rebuilds rebuilds = new Rebuilds(city.database, city.access, city.trail);
  private Connection connection;
  private RebuildRun run;
  private volatile boolean relaying = true;
  private volatile String moreInTheCopy;
  private Thread relay;

  @BeforeEach
  void connect() throws SQLException {
    city.signIn("quantri");
    connection = city.plain.getConnection();
    run = new RebuildRun(connection, new DatasetDirectory(city.plain), Clock.systemUTC());
    sql("insert into stream_position values (1, clock_timestamp() - interval '1 second', now())");
    sql("insert into dossier_fact select 1, 5, 1, 1, 1, 1, 1, 1, 'DIRECT', 'WITHIN', now()");
    relay = Thread.ofPlatform().daemon().start(this::relay);
  }

  @AfterEach
  void disconnect() throws Exception {
    relaying = false;
    relay.join();
    connection.close();
  }

  @Test
  void shownWhenEqualAndTheFormerDroppedWhenItsJobHasEnded() throws SQLException {
    long id = city.call(() -> rebuilds.begin("Thêm chỉ tiêu")).id();
    assertThatThrownBy(() -> city.call(() -> rebuilds.begin("nữa")))
        .isInstanceOf(RebuildFailure.Running.class);
    assertThat(run.step()).as("nobody runs its job yet").isEmpty();
    assertThat(state(id)).isEqualTo(Rebuild.State.REQUESTED);

    sql("insert into stream_position values (2, now() - interval '1 hour', now())");
    run.step();
    run.step();
    assertThat(state(id)).isEqualTo(Rebuild.State.READING);
    sql(
        "update stream_position set time = clock_timestamp() + interval '1 minute' where generation = 2");
    run.step();
    assertThat(state(id)).isEqualTo(Rebuild.State.COMPARING);
    assertThat(shown()).as("until it is compared").isEqualTo("1");

    Optional<Rebuild> ended = run.step();
    assertThat(ended).map(Rebuild::state).contains(Rebuild.State.SWITCHED);
    assertThat(shown()).isEqualTo("2");
    sql("insert into alert select -1, gen_random_uuid(), 1, 5, 'OVERDUE', 1, 1, 1, 1, now()");
    try (Connection job = city.plain.getConnection()) {
      Query.of(job, "select pg_advisory_lock(?, 1)", WRITER_LOCK).first(row -> true);
      run.step();
      assertThat(factsOf(1)).as("its job may still write").isEqualTo("1");
      Query.of(job, "select pg_advisory_unlock(?, 1)", WRITER_LOCK).first(row -> true);
    }
    run.step();
    assertThat(factsOf(1)).isEqualTo("0");
    assertThat(city.value("select count(*) from alert where generation = -1"))
        .as("what its job had put aside")
        .isEqualTo("0");
    assertThat(city.call(rebuilds::list).getFirst().droppedAt()).isNotNull();
    assertThat(run.step()).isEmpty();
    assertThat(city.value("select count(*) from audit_entry where action = 'rebuild.begin'"))
        .isEqualTo("1");
  }

  @Test
  void oneThatAsksIsComparedAndWaitsForAYes() throws SQLException {
    long id = city.call(() -> rebuilds.begin("Đổi công thức", true)).id();
    assertThatThrownBy(() -> city.run(() -> rebuilds.confirm(id)))
        .as("not compared yet")
        .isInstanceOf(RebuildFailure.NotAgreed.class);
    compare();
    assertThat(run.step()).isEmpty();
    assertThat(state(id)).isEqualTo(Rebuild.State.AGREED);
    assertThat(run.step()).as("nobody said yes").isEmpty();
    assertThat(shown()).isEqualTo("1");
    assertThatThrownBy(() -> city.call(() -> rebuilds.begin("nữa")))
        .isInstanceOf(RebuildFailure.Running.class);
    city.run(() -> rebuilds.confirm(id));
    assertThat(state(id)).as("compared once more").isEqualTo(Rebuild.State.COMPARING);
    assertThat(run.step()).map(Rebuild::state).contains(Rebuild.State.SWITCHED);
    assertThat(shown()).isEqualTo("2");
    assertThat(city.call(rebuilds::list).getFirst().confirmedBy()).isEqualTo("quantri");
    assertThat(city.value("select count(*) from audit_entry where action = 'rebuild.confirm'"))
        .isEqualTo("1");
  }

  @Test
  void oneBehindTheFormerIsNotShownYet() throws SQLException {
    connection.setAutoCommit(false);
    sql("insert into stream_position values (2, clock_timestamp() - interval '2 seconds', now())");
    assertThat(GenerationRows.isAsNew(connection, 2, 1)).isFalse();
    sql("update stream_position set time = clock_timestamp() where generation = 2");
    assertThat(GenerationRows.isAsNew(connection, 2, 1)).isTrue();
    connection.rollback();
  }

  @Test
  void whatTheRefereeCountsOtherwiseIsNeverShown() throws SQLException {
    moreInTheCopy =
        "insert into horizon_figure_day select h.id, current_date, 1, 1, 'DIRECT', true"
            + ", 1".repeat(23)
            + " from horizon h where h.state = 'REQUESTED'";
    long id = city.call(() -> rebuilds.begin("Thử")).id();
    compare();
    Optional<Rebuild> ended = run.step();
    assertThat(ended).map(Rebuild::state).contains(Rebuild.State.DIFFERENT);
    assertThat(ended.orElseThrow().differences()).isPositive();
    assertThat(shown()).isEqualTo("1");
    run.step();
    assertThat(factsOf(1)).as("the former stays").isEqualTo("1");
    assertThatThrownBy(() -> city.run(() -> rebuilds.cancel(id)))
        .isInstanceOf(RebuildFailure.NotRunning.class);
    assertThat(city.call(() -> rebuilds.begin("Lần sau")).generation()).isEqualTo(3);
  }

  @Test
  void endedBySomebodyItLeavesNothing() throws SQLException {
    long id = city.call(() -> rebuilds.begin("Thử")).id();
    compare();
    city.run(() -> rebuilds.cancel(id));
    assertThat(run.step()).isEmpty();
    assertThat(state(id)).isEqualTo(Rebuild.State.CANCELLED);
    assertThat(city.value("select count(*) from stream_position where generation = 2"))
        .isEqualTo("0");
    assertThat(shown()).isEqualTo("1");
  }

  @Test
  void newFormulasAreARebuildTriedOnce() throws SQLException {
    run.step();
    assertThat(city.call(rebuilds::list)).isEmpty();
    sql("update read_model set formula_version = 'former'");
    run.step();
    Rebuild begun = city.call(rebuilds::list).getFirst();
    assertThat(begun.formulaVersion()).isEqualTo(FigureAnswer.FORMULA_VERSION);
    city.run(() -> rebuilds.cancel(begun.id()));
    run.step();
    assertThat(city.call(rebuilds::list)).hasSize(1);
  }

  @Test
  void forAdministratorsWhoSayWhy() {
    assertThatThrownBy(() -> city.call(() -> rebuilds.begin(" ")))
        .isInstanceOf(RebuildFailure.NoReason.class);
    city.signIn("lan");
    assertThatThrownBy(() -> city.call(() -> rebuilds.begin("Thử")))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
    assertThatThrownBy(() -> city.run(() -> rebuilds.cancel(1)))
        .isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  private void compare() throws SQLException {
    sql("insert into stream_position values (2, clock_timestamp() + interval '1 minute', now())");
    run.step();
    run.step();
  }

  private Rebuild.State state(long id) {
    return city.call(rebuilds::list).stream()
        .filter(rebuild -> rebuild.id() == id)
        .findFirst()
        .orElseThrow()
        .state();
  }

  private String shown() {
    return city.value("select active_generation from read_model");
  }

  private String factsOf(int generation) {
    return city.value("select count(*) from dossier_fact where generation = %d", generation);
  }

  private void sql(String statement) throws SQLException {
    Query.of(connection, statement).update();
  }

  /** Freezes what is asked for; the city has no dossier, so an empty copy is right. */
  private void relay() {
    try (Connection own = city.plain.getConnection()) {
      while (relaying) {
        if (moreInTheCopy != null) {
          Query.of(own, moreInTheCopy).update();
        }
        Query.of(
                own,
                "update horizon set state = 'FROZEN', time = date_trunc('milliseconds', now()),"
                    + " xid = pg_snapshot_xmin(pg_current_snapshot()) where state = 'REQUESTED'")
            .update();
        LockSupport.parkNanos(10_000_000L);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
