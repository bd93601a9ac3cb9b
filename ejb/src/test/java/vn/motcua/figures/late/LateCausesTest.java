package vn.motcua.figures.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.audit.AuditTrail;
import vn.motcua.database.Query;
import vn.motcua.database.TestDatabase;
import vn.motcua.dataset.DatasetDirectory;
import vn.motcua.figures.FigureFailure;
import vn.motcua.identity.Access;
import vn.motcua.identity.IdentityFailure;

/**
 * The rule of causes over histories made by hand. Working days are 8:00–12:00 and 13:00–17:00,
 * Monday to Friday; 7/9/2026 is a Monday. Now is Friday 18/9/2026 15:00 in Hanoi.
 */
class LateCausesTest {

  private static final Instant NOW = Instant.parse("2026-09-18T08:00:00Z");
  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);
  private static final LocalDate TO = LocalDate.of(2026, 10, 1);

  private DataSource database;
  private String caller = "can-bo";
  private LateCauses causes;

  @BeforeEach
  void prepare() throws SQLException {
    database = TestDatabase.fresh();
    causes =
        new LateCauses(
            database,
            new DatasetDirectory(database),
            new Access(database, () -> NOW, () -> caller),
            new AuditTrail(database, () -> NOW, () -> caller),
            () -> NOW);
    run(
        """
        delete from working_span;
        insert into working_span (starts_at, ends_at)
        select (d + h.a) at time zone 'Asia/Ho_Chi_Minh', (d + h.b) at time zone 'Asia/Ho_Chi_Minh'
        from generate_series(timestamp '2026-08-03', timestamp '2026-10-30', interval '1 day') d
        cross join (values (interval '8 hours', interval '12 hours'),
          (interval '13 hours', interval '17 hours')) h (a, b)
        where extract(isodow from d) < 6;
        insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'Đất đai');
        insert into unit (id, dataset_id, code, name, kind) values
          (9001, 1, 'so', 'Sở', 'DEPARTMENT'), (9002, 1, 'cn', 'Chi nhánh', 'BRANCH'),
          (9003, 1, 'khac', 'Sở khác', 'DEPARTMENT');
        """);
    account("can-bo", 9001, "OFFICER");
    account("nguoi-khac", 9003, "OFFICER");
    account("mot-cua", 9002, "CLERK");
  }

  @Test
  void eachSideIsMeasuredInWorkingMinutesBeyondItsLimit() throws SQLException {
    late(1, "2026-09-11 17:00");
    // An hour late at the counter; over the weekend the agency loses Friday's last hour and Monday.
    step(1, 1, 9002, "Tiếp nhận", "2026-09-07 09:00", "2026-09-07 10:00");
    step(1, 2, 9001, "Thẩm định", "2026-09-11 16:00", "2026-09-14 17:00");
    step(1, 3, 9002, "Chuyển trả", "2026-09-15 09:00", "2026-09-15 09:30");
    LateDossier one = list().getFirst();
    assertThat(one.cause()).isEqualTo(LateSide.AGENCY);
    assertThat(one.lost())
        .isEqualTo(Map.of(LateSide.INTAKE, 60L, LateSide.AGENCY, 540L, LateSide.RETURN, 30L));
    assertThat(one.step()).isEqualTo("Thẩm định");
    assertThat(one.stepMinutes()).isEqualTo(540);
    assertThat(one.mine()).isTrue();
  }

  @Test
  void whileAnOpinionIsAwaitedItIsTheOthersTime() throws SQLException {
    late(1, "2026-09-08 17:00");
    step(1, 1, 9002, "Tiếp nhận", "2026-09-07 17:00", "2026-09-07 09:00");
    step(1, 2, 9001, "Thẩm định", "2026-09-08 17:00", "2026-09-11 17:00");
    run(
        """
        insert into opinion_request (dossier_id, asked_of, question, asked_by, asked_at, due_at,
          answered_at)
        values (9001, 'Sở khác', 'x', 'x', '2026-09-07 10:00+07', '2026-09-08 17:00+07',
          '2026-09-10 17:00+07')
        """);
    LateDossier one = list().getFirst();
    assertThat(one.lost())
        .as("three days, two of them of the consulted body")
        .isEqualTo(Map.of(LateSide.CONSULTED, 960L, LateSide.AGENCY, 480L));
    assertThat(one.cause()).isEqualTo(LateSide.CONSULTED);
  }

  @Test
  void aSupplementAskedForTooLateIsTheApplicantsTimeAndOneInTimeNobodys() throws SQLException {
    late(1, "2026-09-10 17:00");
    step(1, 1, 9002, "Tiếp nhận", "2026-09-07 17:00", "2026-09-07 09:00");
    step(1, 2, 9001, "Thẩm định", "2026-09-10 17:00", "2026-09-11 10:00");
    run(
        """
        insert into supplement_request (dossier_id, number, kind, items, reason, requested_by,
          requested_at, in_time, answered_at)
        values (9001, 1, 'SUPPLEMENT', '{x}', 'x', 'x', '2026-09-07 10:00+07', true,
            '2026-09-08 10:00+07'),
          (9001, 2, 'SUPPLEMENT', '{x}', 'x', 'x', '2026-09-11 08:00+07', false,
            '2026-09-11 10:00+07')
        """);
    LateDossier one = list().getFirst();
    assertThat(one.lost()).isEqualTo(Map.of(LateSide.APPLICANT, 120L));
  }

  @Test
  void whereNothingRanBeyondItsLimitTheCauseIsNotKnown() throws SQLException {
    late(1, "2026-09-11 17:00");
    step(1, 1, 9002, "Tiếp nhận", "2026-09-17 09:00", "2026-09-16 09:00");
    LateDossier one = list().getFirst();
    assertThat(one.cause()).isEqualTo(LateSide.UNKNOWN);
    assertThat(one.lost()).isEmpty();
    assertThat(one.step()).isEmpty();
  }

  @Test
  void anOfficersWordStandsBesideTheRuleAndTheLastOneCounts() throws SQLException {
    late(1, "2026-09-11 17:00");
    causes.say("hanoi", "X-1", LateSide.INTAKE, " Bàn giao thiếu\u0000 giấy tờ ");
    causes.say("hanoi", "X-1", LateSide.CONSULTED, "Chờ Sở khác");
    LateDossier one = list().getFirst();
    assertThat(one.cause()).isEqualTo(LateSide.UNKNOWN);
    assertThat(one.said()).isEqualTo(LateSide.CONSULTED);
    assertThat(one.words()).isEqualTo("Chờ Sở khác");
    assertThat(one.saidBy()).isEqualTo("Người can-bo");
    try (Connection connection = database.getConnection()) {
      assertThat(
              Query.of(connection, "select words from late_statement order by number")
                  .list(row -> row.getString(1)))
          .containsExactly("Bàn giao thiếu giấy tờ", "Chờ Sở khác");
      assertThat(
              Query.of(connection, "select count(*) from audit_entry where action = 'late.say'")
                  .first(row -> row.getInt(1)))
          .contains(2);
    }
  }

  @Test
  void onlyThoseWhomItConcernsSpeakAndOnlyOfLateDossiers() throws SQLException {
    late(1, "2026-09-11 17:00");
    run("update dossier_fact set overdue_since = null where dossier_id = 9001");
    assertThatThrownBy(() -> causes.say("hanoi", "X-1", LateSide.AGENCY, "x"))
        .isInstanceOf(FigureFailure.NotLate.class);
    assertThatThrownBy(() -> causes.say("hanoi", "X-1", LateSide.AGENCY, " "))
        .isInstanceOf(FigureFailure.NoCause.class);
    assertThatThrownBy(() -> causes.say("hanoi", "X-9", LateSide.AGENCY, "x"))
        .isInstanceOf(FigureFailure.UnknownDossier.class);
    caller = "nguoi-khac";
    assertThat(list()).isEmpty();
    assertThatThrownBy(() -> causes.say("hanoi", "X-1", LateSide.AGENCY, "x"))
        .isInstanceOf(IdentityFailure.OutOfScope.class);
    caller = "mot-cua";
    assertThatThrownBy(this::list).isInstanceOf(IdentityFailure.NotAllowed.class);
  }

  private List<LateDossier> list() {
    return causes.list("hanoi", FROM, TO);
  }

  /** Received at the branch for the agency, first due then, open still. */
  private void late(int number, String due) throws SQLException {
    run(
        """
        insert into dossier (id, dataset_id, code, field_id, unit_id, branch_id, channel, state,
          received_at, due_at, original_due_at, sequence)
        values (%1$d, 1, 'X-%2$d', 9001, 9001, 9002, 'DIRECT', 'OPEN', '2026-09-07 08:00+07',
          '%3$s+07', '%3$s+07', 1);
        insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id,
          field_id, procedure_id, channel, class, received_at, original_due_at, overdue_since)
        values (1, %1$d, 1, 1, 9001, 9002, 9001, 0, 'DIRECT', 'OVERDUE', '2026-09-07 08:00+07',
          '%3$s+07', '%3$s+07')
        """
            .formatted(9000 + number, number, due));
  }

  private void step(int number, int position, int unit, String name, String due, String done)
      throws SQLException {
    run(
        """
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id, role,
          begun_at, due_at, minutes, completed_at)
        values (%d, 1, %d, %d, '%s', 'x', %d, 'OFFICER', '2026-09-07 08:00+07', '%s+07', 60, '%s+07')
        """
            .formatted(100 * number + position, 9000 + number, position, name, unit, due, done));
  }

  private void account(String login, int unit, String role) throws SQLException {
    run(
        """
        with s as (insert into staff (dataset_id, full_name, post, unit_id)
                   values (1, 'Người %1$s', '', %2$d) returning id),
             a as (insert into account (login, staff_id, password_hash, whole_city, created_at,
                                        password_changed_at)
                   select '%1$s', id, '', false, now(), now() from s returning id),
             r as (insert into account_role (account_id, role) select id, '%3$s' from a)
        insert into account_scope (account_id, unit_id) select id, %2$d from a"""
            .formatted(login, unit, role));
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
