package vn.motcua.figures.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.indicator.IndicatorAnswer.Value;

/** What the present moment does to the figures. Now is 16/9/2026 00:30 in Hanoi. */
class IndicatorPresentTest {

  private static final Instant NOW = Instant.parse("2026-09-15T17:30:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 1);

  private DataSource database;
  private IndicatorService indicators;

  @BeforeEach
  void prepare() throws SQLException {
    database = TestDatabase.fresh();
    indicators = new IndicatorService(database, new DatasetDirectory(database), () -> NOW);
    run(
        """
        insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'Đất đai');
        insert into unit (id, dataset_id, code, name, kind) values
          (9001, 1, 'so', 'Sở', 'DEPARTMENT'), (9002, 1, 'cn', 'Chi nhánh', 'BRANCH');
        """);
  }

  @Test
  void whatIsDueLaterInTheRunningPeriodDoesNotCountYet() throws SQLException {
    run(
        """
        insert into board_day (generation, dataset_id, day, branch_id, field_id, due_fallen,
            due_late) values
          (1, 1, '2026-09-10', 9002, 9001, 4, 1),
          (1, 1, '2026-09-16', 9002, 9001, 2, 0),
          (1, 1, '2026-09-17', 9002, 9001, 1, 0);
        """);
    dossier(1, "2026-09-10", "2026-09-10", "OPEN", null);
    dossier(2, "2026-09-17", "2026-09-17", "OPEN", null);
    assertThat(total("K3", FROM, TO)).isEqualTo(Value.share(1, 6));
    assertThat(total("EXTENSIONS", FROM, TO)).isEqualTo(Value.share(0, 1));
    assertThat(total("K3", FROM, LocalDate.of(2026, 9, 16)))
        .as("a period that is over")
        .isEqualTo(Value.share(1, 4));
  }

  @Test
  void whatWaitsNowSaysNothingOfAnotherPeriod() throws SQLException {
    run(
        """
        insert into submission (dataset_id, source_system, external_id, revision, digest, branch_id,
          channel, procedure_code, owner_number, owner_name, content, submitted_at, arrived_at,
          sent_by, state, see_by, decide_by, request_id)
        values (1, 'DVCQG', 'A', 1, '', 9002, 'ONLINE', 'x', '1', 'A', '{}',
          '2026-08-20T03:00:00Z', '2026-08-20T03:00:00Z', 'x', 'WAITING', '2026-08-20T05:00:00Z',
          '2026-08-21T03:00:00Z', gen_random_uuid());
        """);
    for (String code : new String[] {"WAITING_BEYOND", "WAITING_UNSEEN"}) {
      assertThat(total(code, FROM, TO)).as(code).isEqualTo(Value.share(1, 1));
      assertThat(total(code, FROM.minusMonths(1), FROM)).as("past " + code).isEqualTo(Value.NONE);
      assertThat(total(code, TO, TO.plusMonths(1))).as("future " + code).isEqualTo(Value.NONE);
    }
    assertThat(total("WAITING_BEYOND", FROM, LocalDate.of(2026, 9, 16)).exists())
        .as("over since half an hour")
        .isFalse();
    assertThat(total("OVERRIDES", FROM.minusMonths(1), FROM).exists()).as("a flow").isTrue();
  }

  private Value total(String code, LocalDate from, LocalDate to) {
    return indicators
        .read(code, new IndicatorQuestion("hanoi", from, to, Dimension.NONE, null, null, null))
        .total();
  }

  private void dossier(int number, String firstDue, String due, String state, String finished)
      throws SQLException {
    run(
        """
        insert into dossier (id, dataset_id, code, field_id, unit_id, branch_id, channel, state,
          received_at, due_at, original_due_at, finished_at, outcome, sequence)
        values (%d, 1, 'X-%d', 9001, 9001, 9002, 'DIRECT', '%s', '2026-09-01T03:00:00Z', '%s',
          '%s', %s, %s, 1)
        """
            .formatted(
                9000 + number,
                number,
                state,
                moment(due),
                moment(firstDue),
                finished == null ? "null" : "'" + moment(finished) + "'",
                finished == null ? "null" : "'GRANTED'"));
  }

  private static String moment(String day) {
    return day + "T10:00:00+07:00";
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
