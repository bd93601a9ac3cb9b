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
import vn.motcua.feedback.ConductFigures;
import vn.motcua.figures.board.ComposedGoals;
import vn.motcua.figures.index.IndexService;
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
    DatasetDirectory datasets = new DatasetDirectory(database);
    indicators =
        new IndicatorService(
            database,
            datasets,
            new ComposedGoals(
                database,
                new IndexService(database, datasets, () -> NOW),
                new ConductFigures(database),
                () -> NOW),
            () -> NOW);
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
    submission("WAITING");
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

  @Test
  void lateIsMeasuredAgainstTheDueMomentAndBelongsToTheFirst() throws SQLException {
    run(
        """
        insert into procedure (id, dataset_id, code) values (9001, 1, '9.000009');
        insert into procedure_version (procedure_id, valid_from, name, field_code, levels,
          limit_basis, fee_basis, source, file, digest, search_text, delegated_to, delegated_from)
        values (9001, '2020-01-01', 'x', 'x', '{COMMUNE}', 'LIKELY', 'LIKELY', 'x', 'x', 'x', 'x',
          'Phòng', '2020-01-01');
        """);
    dossier(1, "2026-09-08", "2026-09-12", "FINISHED", "2026-09-11");
    dossier(2, "2026-09-08", "2026-09-12", "FINISHED", "2026-09-13");
    dossier(3, "2026-09-08", "2026-09-12", "PAUSED", null);
    dossier(4, "2026-09-08", "2026-09-12", "OPEN", null);
    dossier(5, "2026-08-31", "2026-09-12", "OPEN", null);
    dossier(6, "2026-09-20", "2026-09-20", "OPEN", null);
    run(
        """
        update dossier set procedure_id = 9001;
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, lawful)
        values (9003, 2, 1, 'PAUSED', '2026-09-12T03:00:00Z', true);
        """);
    assertThat(total("DELEGATED_LATE", FROM, TO)).isEqualTo(Value.share(2, 4));
  }

  @Test
  void overridesOfAllThreeKindsAreCounted() throws SQLException {
    for (int number = 1; number <= 3; number++) {
      dossier(number, "2026-09-20", "2026-09-20", "OPEN", null);
    }
    run(
        """
        insert into supplement_request (dossier_id, number, kind, items, reason, requested_by,
          requested_at, in_time, override_by)
        values (9001, 1, 'SUPPLEMENT', '{x}', 'x', 'x', '2026-09-02T03:00:00Z', true, null),
          (9001, 2, 'SUPPLEMENT', '{x}', 'x', 'x', '2026-09-03T03:00:00Z', true, 'son'),
          (9002, 1, 'SUPPLEMENT', '{x}', 'x', 'x', '2026-08-31T03:00:00Z', true, 'son');
        insert into dossier_extension (dossier_id, reason, signer_title, signer, old_promise,
          new_promise, late, override_by, extended_by, extended_at)
        values (9002, 'x', 'x', 'x', '2026-09-02T03:00:00Z', '2026-09-04T03:00:00Z', true, 'son',
            'x', '2026-09-03T03:00:00Z'),
          (9003, 'x', 'x', 'x', '2026-09-02T03:00:00Z', '2026-09-04T03:00:00Z', false, null,
            'x', '2026-09-03T03:00:00Z');
        """);
    submission("REFUSED");
    run(
        """
        insert into submission_step (submission_id, sequence, kind, at, actor, override_reason)
        select id, 1, 'SEEN', timestamptz '2026-09-04T03:00:00Z', 'x', '' from submission
        union all
        select id, 2, 'REFUSED', '2026-09-04T03:00:00Z', 'x', 'có lý do' from submission
        """);
    assertThat(total("OVERRIDES", FROM, TO)).isEqualTo(Value.count(3));
    assertThat(total("OVERRIDES", FROM.minusMonths(1), FROM)).isEqualTo(Value.count(1));
  }

  private void submission(String state) throws SQLException {
    run(
        """
        insert into submission (dataset_id, source_system, external_id, revision, digest, branch_id,
          channel, procedure_code, owner_number, owner_name, content, submitted_at, arrived_at,
          sent_by, state, see_by, decide_by, request_id)
        values (1, 'DVCQG', 'A', 1, '', 9002, 'ONLINE', 'x', '1', 'A', '{}',
          '2026-08-20T03:00:00Z', '2026-08-20T03:00:00Z', 'x', '%s', '2026-08-20T05:00:00Z',
          '2026-08-21T03:00:00Z', gen_random_uuid())
        """
            .formatted(state));
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
