package vn.motcua.figures.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThat(answer.line(IndexComponent.COPIES_ELECTRONIC).earned()).isNull();
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

  /** As on the dossier's own clock of QĐ 766: what overlaps is subtracted once. */
  @Test
  void pausesBegunInTimeAreSubtractedAsWaitsForASupplementAre() throws SQLException {
    // Five days late: paused for five; for four only; paused and supplementing on the same days.
    for (int number = 1; number <= 3; number++) {
      dossier(number, "DIRECT", "2026-09-02", "2026-09-10", "2026-09-15");
      pause(number, "2026-09-04");
    }
    resume(1, "2026-09-09");
    resume(2, "2026-09-08");
    resume(3, "2026-09-08");
    request(3, 1, "2026-09-05", "2026-09-07", false);
    // A pause begun too late does not help.
    dossier(4, "DIRECT", "2026-09-02", "2026-09-10", "2026-09-15");
    pause(4, "2026-09-11");
    resume(4, "2026-09-15");
    assertThat(index.read("hanoi", FROM, TO).line(IndexComponent.ON_TIME).value())
        .isEqualTo(new Ratio(1, 4));
  }

  /** 7/9/2026 is a Monday; working days are those of the calendar. */
  @Test
  void publishingIsMeasuredByTheCataloguesDecisions() throws SQLException {
    run(
        """
        delete from working_span;
        insert into working_span (starts_at, ends_at)
        select d + interval '8 hours', d + interval '12 hours'
        from generate_series(timestamptz '2026-08-03 00:00+07', '2026-10-30 00:00+07', '1 day') d
        where extract(isodow from d at time zone 'Asia/Ho_Chi_Minh') < 6;
        """);
    // Five working days before it takes effect, and public on the fifth day.
    procedure(1, "2026-09-07", "2026-09-14", "2026-09-14");
    // One day too late on both counts.
    procedure(2, "2026-09-07", "2026-09-11", "2026-09-15");
    // Decided in August: no matter of September.
    procedure(3, "2026-08-27", "2026-09-30", "2026-08-28");
    // Not public although it is due; and without a day of effect, not public and not due yet.
    procedure(4, "2026-09-08", "2026-09-30", null);
    procedure(5, "2026-09-29", null, null);
    IndexAnswer answer = index.read("hanoi", FROM, TO);
    assertThat(answer.line(IndexComponent.PUBLISHED_ON_TIME).value()).isEqualTo(new Ratio(1, 2));
    assertThat(answer.line(IndexComponent.UPDATED_ON_TIME).value()).isEqualTo(new Ratio(1, 3));
  }

  @Test
  void onlineDossiersAreMultipliedByTheShareOfSynchronisedOnes() throws SQLException {
    dossier(1, "ONLINE", "2026-09-02", "2026-09-10", null);
    dossier(2, "DIRECT", "2026-09-02", "2026-09-10", null);
    assertThat(index.read("hanoi", FROM, TO).line(IndexComponent.ONLINE_DOSSIERS).earned())
        .as("50 % is full marks")
        .isEqualTo(600);
    run(
        """
        insert into national_count (dataset_id, month, synchronised, reported, portal, source,
          entered_by, entered_at)
        values (1, '2026-09-01', 10, 100, 90, 'x', 'x', now()),
          (1, '2026-09-01', 40, 60, 80, 'x', 'x', now()),
          (1, '2026-08-01', 1, 1, 1, 'x', 'x', now())
        """);
    IndexAnswer answer = index.read("hanoi", FROM, TO);
    assertThat(answer.line(IndexComponent.SYNCHRONISED).value())
        .as("the last entry of the month, of the larger count")
        .isEqualTo(new Ratio(40, 80));
    assertThat(answer.line(IndexComponent.ONLINE_DOSSIERS).earned()).isEqualTo(300);
    assertThat(answer.line(IndexComponent.ONLINE_DOSSIERS).value()).isEqualTo(new Ratio(1, 2));
  }

  @Test
  void theMeanTimeOfAProcedureIsToldInTheUnitOfItsLimit() throws SQLException {
    procedure(1, "2026-09-07", null, null);
    run("insert into procedure_limit (version_id, amount, unit) values (9001, 3, 'working_days')");
    dossier(1, "DIRECT", "2026-09-02", "2026-09-10", "2026-09-09");
    dossier(2, "DIRECT", "2026-09-03", "2026-09-10", "2026-10-09");
    dossier(3, "DIRECT", "2026-08-31", "2026-09-10", "2026-09-09");
    dossier(4, "DIRECT", "2026-09-03", "2026-09-10", null);
    run(
        """
        update dossier set procedure_id = 9001 where id > 9000;
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at,
          used_minutes)
        select id, 2, 1, 'FINISHED', finished_at, case id when 9001 then 480 else 1440 end
        from dossier where finished_at is not null
        """);
    MeanTime mean = index.meanTime("hanoi", "p9001", FROM, TO);
    assertThat(mean).isEqualTo(new MeanTime("p9001", "x", 1920, 2, "working_days"));
    assertThat(mean.mean()).isEqualTo(2.0);
    run("update procedure_limit set unit = 'calendar_days' where version_id = 9001");
    assertThat(index.meanTime("hanoi", "p9001", FROM, TO).mean())
        .as("7 and 36 days by the wall clock")
        .isEqualTo(21.5);
    assertThatThrownBy(() -> index.meanTime("hanoi", "none", FROM, TO))
        .isInstanceOf(vn.motcua.figures.FigureFailure.UnknownDimension.class);
  }

  private void procedure(int number, String decided, String effective, String published)
      throws SQLException {
    run(
        """
        insert into procedure (id, dataset_id, code) values (%1$d, 1, 'p%1$d');
        insert into procedure_version (id, procedure_id, valid_from, name, field_code, levels,
          limit_basis, fee_basis, source, file, digest, search_text, decision, decided_on,
          published_at)
        values (%1$d, %1$d, '2020-01-01', 'x', 'x', '{COMMUNE}', 'LIKELY', 'LIKELY', 'x', 'x', 'x',
          'x', 'QĐ', '%2$s', %3$s);
        insert into procedure_legal_basis (version_id, position, name, valid_from)
        values (%1$d, 1, 'x', %4$s)
        """
            .formatted(
                9000 + number,
                decided,
                published == null ? "null" : "'" + moment(published) + "'",
                effective == null ? "null" : "'" + effective + "'"));
  }

  private void resume(int number, String day) throws SQLException {
    run(
        """
        insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at)
        values (%1$d, 3, 1, 'RESUMED', '%2$s')
        """
            .formatted(9000 + number, moment(day)));
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
        update dossier set state = 'PAUSED' where id = %1$d and state = 'OPEN';
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
