package vn.motcua.figures.index;

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
import vn.motcua.figures.board.Ratio;

/** The index over five dossiers counted by hand. Now is 30/9/2026 15:00 in Hanoi. */
class IndexServiceTest {

  private static final Instant NOW = Instant.parse("2026-09-30T08:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 1);

  private DataSource database;
  private IndexService index;

  @BeforeEach
  void prepare() throws SQLException {
    database = TestDatabase.fresh();
    index = new IndexService(database, new DatasetDirectory(database), () -> NOW);
    run(
        """
        insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'X');
        insert into unit (id, dataset_id, code, name, kind) values (9001, 1, 'x', 'X', 'AGENCY');
        """);
  }

  @Test
  void withoutADossierThereIsNoFigureButWhatTheLawPrescribes() {
    IndexAnswer answer = index.read("hanoi", FROM, TO);
    assertThat(answer.lines()).hasSize(IndexComponent.values().length);
    assertThat(answer.line(IndexComponent.ON_TIME).earned()).isNull();
    assertThat(answer.line(IndexComponent.FEEDBACK_ON_TIME).earned()).isEqualTo(600);
    assertThat(answer.line(IndexComponent.SERVICE_SATISFIED).earned()).isZero();
    assertThat(answer.line(IndexComponent.COPIES_ELECTRONIC).fed()).isFalse();
    assertThat(answer.line(IndexComponent.SYNCHRONISED).earned()).as("nothing entered").isNull();
  }

  @Test
  void eachComponentIsCountedFromTheTables() throws SQLException {
    // In time; late; late but for the two days of supplementing; a second request; open and in
    // time.
    dossier(1, "DIRECT", "2026-09-02", "2026-09-10", "2026-09-09");
    dossier(2, "ONLINE", "2026-09-02", "2026-09-10", "2026-09-11");
    dossier(3, "ONLINE", "2026-09-02", "2026-09-10", "2026-09-11");
    request(3, 1, "2026-09-04", "2026-09-06", false);
    dossier(4, "DIRECT", "2026-09-03", "2026-09-20", "2026-09-10");
    request(4, 1, "2026-09-04", "2026-09-04", false);
    request(4, 2, "2026-09-05", "2026-09-05", false);
    dossier(5, "POST", "2026-09-29", "2026-10-09", null);
    request(5, 1, "2026-09-29", "2026-09-29", false);
    request(5, 2, "2026-09-29", "2026-09-29", true);
    dossier(6, "DIRECT", "2026-08-31", "2026-09-10", "2026-09-01");
    run(
        """
        insert into stored_file (id, dataset_id, name, media_type, size, sha256, content, uploaded_by,
          uploaded_at, unit_id)
        values ('00000000-0000-0000-0000-000000000001', 1, 'a.pdf', 'application/pdf', 1, '', '', 'x',
          now(), 9001);
        insert into result_document (dossier_id, number, signed_on, signer, file_id, recorded_by,
          recorded_at)
        values (9002, '1', '2026-09-11', 'x', '00000000-0000-0000-0000-000000000001', 'x', now());
        insert into rating (dossier_id, given_at, place, answers, trust)
        values (9001, now(), 'LINK', '{2, 5, 5, 5, 5}', 4);
        """);

    IndexAnswer answer = index.read("hanoi", FROM, TO);
    assertThat(answer.line(IndexComponent.ON_TIME).value()).isEqualTo(new Ratio(3, 5));
    assertThat(answer.line(IndexComponent.ON_TIME).earned()).isEqualTo(1200);
    assertThat(answer.line(IndexComponent.ON_TIME).missing()).isEqualTo(800);
    assertThat(answer.line(IndexComponent.ONLINE_DOSSIERS).value())
        .as("the second has an electronic result, the third none")
        .isEqualTo(new Ratio(1, 5));
    assertThat(answer.line(IndexComponent.ONLINE_DOSSIERS).earned())
        .as("full marks at 50 %: 6 × 20/50")
        .isEqualTo(240);
    assertThat(answer.line(IndexComponent.RESULT_ELECTRONIC).value())
        .as("ready in September, whenever received")
        .isEqualTo(new Ratio(1, 5));
    assertThat(answer.line(IndexComponent.SERVICE_SATISFIED).value())
        .as("two late, one disliked")
        .isEqualTo(new Ratio(2, 5));
    assertThat(answer.line(IndexComponent.PAID_ONLINE).earned()).isNull();
    assertThat(answer.raisesMost().orElseThrow().component()).isEqualTo(IndexComponent.ON_TIME);
    assertThat(answer.earned()).isLessThan(100 * answer.measured());
  }

  @Test
  void lawfulPausesAreNotLateness() throws SQLException {
    // Moved by a restart and kept; moved and missed; due while lawfully paused; paused too late.
    dossier(1, "DIRECT", "2026-09-02", "2026-09-10", "2026-09-20");
    run("update dossier set due_at = '2026-09-22T10:00:00+07:00' where id = 9001");
    dossier(2, "DIRECT", "2026-09-02", "2026-09-10", "2026-09-20");
    run("update dossier set due_at = '2026-09-18T10:00:00+07:00' where id = 9002");
    dossier(3, "DIRECT", "2026-09-02", "2026-09-10", null);
    pause(3, "2026-09-09");
    dossier(4, "DIRECT", "2026-09-02", "2026-09-10", null);
    pause(4, "2026-09-11");
    assertThat(index.read("hanoi", FROM, TO).line(IndexComponent.SERVICE_SATISFIED).value())
        .isEqualTo(new Ratio(2, 4));
  }

  @Test
  void whatIsRefusedTooLateIsLate() throws SQLException {
    feedback("A", "REFUSED", "2026-09-03", "2026-09-02");
    feedback("B", "REFUSED", "2026-09-03", "2026-09-04");
    feedback("C", "FORWARDED", "2026-09-03", "2026-09-03");
    feedback("D", "FORWARDED", "2026-09-03", "2026-09-10");
    feedback("E", "REFUSED", null, "2026-09-10");
    IndexAnswer answer = index.read("hanoi", FROM, TO);
    assertThat(answer.line(IndexComponent.FEEDBACK_ON_TIME).value()).isEqualTo(new Ratio(3, 5));
    assertThat(answer.line(IndexComponent.FEEDBACK_SATISFIED).value()).isEqualTo(new Ratio(3, 5));
  }

  private void feedback(String code, String state, String due, String classified)
      throws SQLException {
    run(
        """
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, state, classified_at, answer_due_at)
        values (1, '%1$s', '%1$s', 'LETTER', '%2$s', 'x', '2026-09-01', 'x', 'x', '%3$s', '%4$s', %5$s)
        """
            .formatted(
                code,
                moment("2026-09-01"),
                state,
                moment(classified),
                due == null ? "null" : "'" + moment(due) + "'"));
  }

  private void pause(int number, String day) throws SQLException {
    run(
        """
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, lawful)
        values (%1$d, 2, 1, 'PAUSED', '%2$s', true);
        update dossier set state = 'PAUSED' where id = %1$d;
        """
            .formatted(9000 + number, moment(day)));
  }

  private void dossier(int number, String channel, String received, String due, String finished)
      throws SQLException {
    run(
        """
        insert into dossier (id, dataset_id, code, field_id, unit_id, channel, state, received_at,
          due_at, original_due_at, finished_at, outcome, sequence)
        values (%d, 1, 'X-%d', 9001, 9001, '%s', '%s', '%s', '%s', '%s', %s, %s, 1)
        """
            .formatted(
                9000 + number,
                number,
                channel,
                finished == null ? "OPEN" : "FINISHED",
                moment(received),
                moment(due),
                moment(due),
                finished == null ? "null" : "'" + moment(finished) + "'",
                finished == null ? "null" : "'GRANTED'"));
  }

  private void request(int number, int count, String asked, String answered, boolean recheck)
      throws SQLException {
    run(
        """
        insert into supplement_request (dossier_id, number, kind, recheck, items, reason,
          requested_by, requested_at, in_time, answered_at)
        values (%d, %d, 'SUPPLEMENT', %s, '{x}', 'x', 'x', '%s', true, '%s')
        """
            .formatted(9000 + number, count, recheck, moment(asked), moment(answered)));
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
