package vn.motcua.figures.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.Query;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.board.Ratio;
import vn.motcua.worktime.ScoredTerm;
import vn.motcua.worktime.ScoredTerm.Wait;

/**
 * The rule that a dossier's page shows and the statement that index 2.1 counts with are one: each
 * dossier is the only one received on its day, so the index of that day is its verdict.
 */
class OnTimeAgreementTest {

  private static final ZoneId CITY = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  private final DataSource database = TestDatabase.fresh();
  private final IndexService index =
      new IndexService(database, new DatasetDirectory(database), () -> NOW);
  private int days;

  @BeforeEach
  void prepare() throws SQLException {
    run("insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'X')");
    run(
        "insert into unit (id, dataset_id, code, name, kind)"
            + " values (9001, 1, 'x', 'X', 'AGENCY')");
  }

  @Test
  void aSupplementInTheMiddleIsSubtracted() throws SQLException {
    assertThat(agreed(hours(80), hours(100), new Wait(at(20), at(40), false))).isTrue();
    assertThat(agreed(hours(80), hours(101), new Wait(at(20), at(40), false))).isFalse();
  }

  @Test
  void twoPausesAreSubtractedWhereTheSecondIsARecheck() throws SQLException {
    Wait first = new Wait(at(20), at(30), false);
    assertThat(agreed(hours(80), hours(95), first, new Wait(at(50), at(55), true))).isTrue();
    assertThat(agreed(hours(80), hours(96), first, new Wait(at(50), at(55), true))).isFalse();
    assertThat(agreed(hours(80), hours(60), first, new Wait(at(50), at(55), false)))
        .as("a second request")
        .isFalse();
  }

  @Test
  void aLateRequestIsSubtractedToo() throws SQLException {
    assertThat(agreed(hours(80), hours(120), new Wait(at(78), at(118), false))).isTrue();
    assertThat(agreed(hours(80), hours(122), new Wait(at(81), at(121), false))).isFalse();
  }

  @Test
  void whileARequestWaitsTheDossierStandsAtIt() throws SQLException {
    assertThat(agreed(hours(10), null, new Wait(at(9), null, false))).isTrue();
    assertThat(agreed(hours(10), null, new Wait(at(11), null, false))).isFalse();
    assertThat(agreed(hours(10), null)).as("the day's end is the present").isFalse();
    assertThat(agreed(null, hours(500))).as("without a limit").isTrue();
  }

  @Test
  void anyDossierIsJudgedAlike() throws SQLException {
    Random random = new Random(766);
    int inTime = 0;
    for (int i = 0; i < 60; i++) {
      List<Wait> waits = new ArrayList<>();
      long from = random.nextInt(60);
      for (int n = random.nextInt(4); n > 0; n--) {
        long until = from + random.nextInt(40);
        boolean open = n == 1 && random.nextInt(3) == 0;
        waits.add(new Wait(at(from), open ? null : at(until), random.nextBoolean()));
        from = until + random.nextInt(30);
      }
      boolean verdict =
          agreed(
              random.nextInt(10) == 0 ? null : hours(20 + random.nextInt(120)),
              random.nextInt(4) == 0 ? null : hours(20 + random.nextInt(160)),
              waits.toArray(Wait[]::new));
      inTime += verdict ? 1 : 0;
    }
    assertThat(inTime).as("both verdicts occur").isBetween(5, 55);
  }

  private Instant received() {
    return FIRST.plusDays(days).atTime(9, 0).atZone(CITY).toInstant();
  }

  private Instant at(long hours) {
    return received().plusSeconds(hours * 3600);
  }

  private Instant hours(long hours) {
    return at(hours);
  }

  /** The verdict, which both must give; the next dossier comes on the next day. */
  private boolean agreed(Instant due, Instant finished, Wait... waits) throws SQLException {
    LocalDate day = FIRST.plusDays(days);
    long id = 10_000 + days;
    run(
        """
        insert into dossier (id, dataset_id, code, field_id, unit_id, channel, state, received_at,
          due_at, original_due_at, finished_at, outcome, sequence)
        values (?, 1, ?, 9001, 9001, 'DIRECT', ?, ?, ?, ?, ?, ?, 1)""",
        id,
        "X-" + id,
        finished == null ? "OPEN" : "FINISHED",
        received(),
        due,
        due,
        finished,
        finished == null ? null : "GRANTED");
    for (int i = 0; i < waits.length; i++) {
      run(
          """
          insert into supplement_request (dossier_id, number, kind, recheck, items, reason,
            requested_by, requested_at, in_time, answered_at)
          values (?, ?, 'SUPPLEMENT', ?, '{x}', 'x', 'x', ?, true, ?)""",
          id,
          i + 1,
          waits[i].recheck(),
          waits[i].askedAt(),
          waits[i].answeredAt());
    }
    Instant present = day.plusDays(1).atStartOfDay(CITY).toInstant();
    boolean rule = new ScoredTerm(due, List.of(waits)).inTime(finished, present);
    assertThat(index.read("hanoi", day, day.plusDays(1)).line(IndexComponent.ON_TIME).value())
        .as("dossier of %s, due %s, finished %s, waits %s", day, due, finished, List.of(waits))
        .isEqualTo(new Ratio(rule ? 1 : 0, 1));
    days++;
    return rule;
  }

  private void run(String sql, Object... values) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Query.of(connection, sql, values).update();
    }
  }
}
