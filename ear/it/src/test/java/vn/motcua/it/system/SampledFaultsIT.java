package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.it.running.Api;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.EventLogs;
import vn.motcua.it.running.Figures;
import vn.motcua.it.running.FlinkJob;
import vn.motcua.it.running.GeneratedLog;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.it.running.Until;
import vn.motcua.local.Component;
import vn.motcua.local.ComponentName;
import vn.motcua.local.Platform;

/**
 * Each part killed while a counter receives, and the figures looked at all the while. What is shown
 * is old and says so, or is right; afterwards it is the referee's, and the job has gone on from a
 * checkpoint. TaskManager and JobManager of a real cluster: {@code ClusterTest} of the job.
 */
@Tag("endurance")
class SampledFaultsIT {

  private static final Duration LONG = Duration.ofMinutes(3);

  /** So much lies in the log that reading it again would show. */
  private static final int CASES_BEFORE = 2_500;

  private final Platform platform = RunningSystem.platform();
  private final Api api = Api.administrator();
  private final Figures figures = new Figures(api);

  /** Who is killed. */
  enum Victim {
    FLINK,
    KAFKA,
    POSTGRESQL,
    PAYARA,
    /** Its connection, and with it the lock of its lead, is ended by the database. */
    RELAY;

    private static final String LEADER =
        "select count(pg_terminate_backend(pid)) from pg_locks"
            + " where locktype = 'advisory' and classid = 5074804 and granted";

    void killAndStart() {
      if (this == RELAY) {
        assertThat(Database.number(LEADER)).as("who leads").isOne();
      } else {
        Component component = RunningSystem.platform().component(ComponentName.valueOf(name()));
        component.kill();
        component.start();
      }
    }
  }

  @BeforeAll
  static void somethingIsInTheLog() {
    Api api = Api.administrator();
    EventLogs logs = new EventLogs(api);
    long id =
        logs.send(
                "before-faults.csv",
                GeneratedLog.csv(CASES_BEFORE, 99),
                GeneratedLog.mapping("before faults"))
            .json()
            .get("id")
            .asLong();
    new Figures(api).assertEqualNow(logs.active(id, LONG), LONG);
  }

  @AfterEach
  void everythingRunsAgain() {
    for (ComponentName name : ComponentName.values()) {
      platform.component(name).start();
    }
    Until.is(LONG, () -> api.get("health/ready").status(), status -> status == 200);
  }

  @ParameterizedTest
  @EnumSource(Victim.class)
  void whatIsShownWhileAPartIsAwayIsOldOrRight(Victim victim) throws Exception {
    figures.assertEqualNow("hanoi", LONG);
    FlinkJob before = Until.is(LONG, FlinkJob::now, job -> job.completed() > 1);
    int received;
    try (FigureSamples samples = new FigureSamples()) {
      try (CounterLoad load = new CounterLoad()) {
        samples.begin();
        load.begin();
        Instant begun = Instant.now();
        Until.is(LONG, samples::newest, begun::isBefore);
        Until.is(LONG, load::received, sent -> sent >= 10);

        int beforeTheKill = load.received();
        victim.killAndStart();
        Instant again = Instant.now();
        Until.is(LONG, load::received, sent -> sent >= beforeTheKill + 10);
        Until.is(LONG, samples::newest, again::isBefore);
        received = load.received();
      }
      figures.assertEqualNow("hanoi", LONG);
      assertThat(samples.wrong()).isEmpty();
      assertThat(samples.read()).as("of the read model").isGreaterThan(20);
      assertThat(samples.answered()).as("over the interface").isGreaterThan(10);
      switch (victim) {
        case FLINK, KAFKA -> assertThat(samples.stale()).as("said that they were old").isPositive();
        case POSTGRESQL, PAYARA -> assertThat(samples.away()).as("said nothing").isPositive();
        case RELAY -> assertThat(received).as("the counter noticed nothing").isPositive();
      }
    }
    FlinkJob after = Until.is(LONG, FlinkJob::now, job -> true);
    if (victim == Victim.FLINK) {
      assertThat(after.isAnotherRunThan(before)).isTrue();
    }
    if (after.isAnotherRunThan(before)) {
      assertThat(after.restored()).as("went on from a checkpoint").isPositive();
      assertThat(after.read())
          .as("did not read the log again")
          .isLessThan(Database.number("select count(*) from domain_event") / 2);
    }
  }
}
