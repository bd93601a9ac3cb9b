package vn.motcua.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.events.Term;
import vn.motcua.reception.ReceivedDossier;
import vn.motcua.world.CityWorld;

/**
 * What the database notes of terms whoever changes them, and what of it the relay sends, on a real
 * PostgreSQL.
 */
class TermReaderTest {

  private final CityWorld city = new CityWorld();
  private LogReader.Place read = new LogReader.Place("0", 0);
  private ReceivedDossier dossier;
  private long step;

  @BeforeEach
  void aDossierIsReceived() {
    changes();
    dossier = city.received(city.person(1));
    city.execute(
        "update dossier_task set due_at = '2026-11-20T04:00:00Z' where completed_at is null");
    step = Long.parseLong(city.value("select id from dossier_task where completed_at is null"));
    changes();
  }

  @Test
  void a_step_that_is_begun_moved_and_done() {
    city.execute(
        """
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id, role,
          begun_at, due_at, minutes, kind, beside_id)
        select nextval('dossier_task_id_seq'), dataset_id, dossier_id, position, 'Ý kiến', 'Opinion',
          unit_id, role, begun_at, '2026-11-20T05:00:00Z', 60, 'CONSULTATION', id
        from dossier_task where id = %d"""
            .formatted(step));
    assertThat(words()).containsExactly("STEP 2026-11-20T05:00:00Z");
    city.execute(
        "update dossier_task set due_at = '2026-11-20T06:00:00Z' where kind = 'CONSULTATION'");
    assertThat(words()).containsExactly("STEP 2026-11-20T06:00:00Z");
    city.execute("update dossier_task set assignee = 'minh', due_at = due_at, unit_id = unit_id");
    assertThat(words()).as("nothing has changed").isEmpty();
    city.execute(
        """
        update dossier_task set completed_at = '2026-11-20T03:30:00Z', completed_by = 'minh'
        where kind = 'CONSULTATION'""");
    List<Term> ended = changes();
    assertThat(ended).extracting(Term::getDueAt).containsOnlyNulls();
    assertThat(ended.getFirst().getChangedAt())
        .as("in the world")
        .hasToString("2026-11-20T03:30:00Z");
    assertThat(ended.getFirst().getDossierId()).isEqualTo(dossier.id());
    assertThat(ended.getFirst().getBranchId()).isEqualTo(city.branch());
  }

  @Test
  void a_step_has_a_term_only_while_its_dossier_is_open() {
    for (String state : List.of("PAUSED", "FINISHED")) {
      state(state);
      assertThat(words()).as(state).containsExactly("STEP null");
      state("VOIDED");
      assertThat(words()).as("still not").isEmpty();
      city.execute(
          "update dossier_task set due_at = due_at + interval '1 hour' where id = " + step);
      assertThat(words()).isEmpty();
      state("OPEN");
      assertThat(words()).hasSize(1).doesNotContain("STEP null");
    }
    city.execute(
        "update dossier set branch_id = (select id from unit where code = 'cn-cau-giay'"
            + " and valid_to = 'infinity')");
    assertThat(changes()).hasSize(1).noneMatch(term -> term.getBranchId() == city.branch());
  }

  @Test
  void a_submission_has_one_while_it_waits() {
    city.execute(
        """
        insert into submission (dataset_id, source_system, external_id, revision, digest, branch_id,
          channel, procedure_code, owner_number, owner_name, content, submitted_at, arrived_at,
          sent_by, state, see_by, decide_by, request_id)
        values (1, 'DVCQG', 'GH-1', 1, 'x', %d, 'ONLINE', '1.001193', '001190000001', 'Người Một',
          '{}', now(), now(), 'cong', 'WAITING', now(), '2026-11-20T04:00:00Z', gen_random_uuid())"""
            .formatted(city.branch()));
    assertThat(words()).containsExactly("ACCEPTANCE 2026-11-20T04:00:00Z");
    city.execute("update submission set seen_at = now(), seen_by = 'lan'");
    assertThat(words()).isEmpty();
    city.execute("update submission set state = 'EDIT_ASKED', decided_at = '2026-11-20T03:00:00Z'");
    assertThat(words()).containsExactly("ACCEPTANCE null");
    city.execute("update submission set state = 'WAITING', decide_by = '2026-11-23T04:00:00Z'");
    assertThat(words()).containsExactly("ACCEPTANCE 2026-11-23T04:00:00Z");
  }

  @Test
  void feedback_has_one_until_it_is_answered_and_says_who_is_to_act() {
    city.execute(
        """
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, dossier_id, state, due_at)
        values (1, 'PA26-1', 'x', 'PORTAL', '2026-11-17T03:00:00Z', 'x', '2026-11-17', 'Chậm',
          'Chậm', %d, 'NEW', '2026-11-19T10:00:00Z')"""
            .formatted(dossier.id()));
    List<Term> fresh = changes();
    assertThat(fresh).extracting(Term::getUnitId).containsExactly(city.branch());
    assertThat(fresh).extracting(Term::getBranchId).containsExactly(city.branch());
    assertThat(fresh)
        .extracting(Term::getDossierId)
        .as("no term of the dossier")
        .containsExactly(0L);
    city.execute("update feedback set state = 'ASSIGNED', judge_unit_id = " + city.commune());
    List<Term> assigned = changes();
    assertThat(assigned).extracting(Term::getUnitId).containsExactly(city.commune());
    assertThat(assigned).extracting(Term::getBranchId).containsExactly(0);
    city.execute("update feedback set state = 'FORWARDED', due_at = null");
    assertThat(words()).containsExactly("FEEDBACK null");
    city.execute("update feedback set satisfied = 5");
    assertThat(words()).isEmpty();
  }

  /** Paused and resumed at once, as where an answer comes late: nobody saw what lay between. */
  @Test
  void of_a_transaction_the_last_word_is_sent() {
    city.run(
        () -> {
          try (Connection connection = city.database.getConnection();
              var statement = connection.createStatement()) {
            statement.execute("update dossier set state = 'PAUSED' where id = " + dossier.id());
            statement.execute("update dossier set state = 'OPEN' where id = " + dossier.id());
            statement.execute(
                "update dossier_task set due_at = '2026-11-24T04:00:00Z' where id = " + step);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
    assertThat(words()).containsExactly("STEP 2026-11-24T04:00:00Z");
  }

  @Test
  void what_an_open_transaction_has_changed_is_not_sent_yet() throws Exception {
    try (Connection open = city.plain.getConnection();
        var statement = open.createStatement()) {
      open.setAutoCommit(false);
      statement.execute(
          "update dossier_task set due_at = '2026-11-24T04:00:00Z' where id = " + step);
      assertThat(words()).isEmpty();
      open.commit();
    }
    assertThat(words()).containsExactly("STEP 2026-11-24T04:00:00Z");
  }

  private void state(String state) {
    city.execute("update dossier set state = '%s' where id = %d".formatted(state, dossier.id()));
  }

  private List<String> words() {
    return changes().stream().map(term -> term.getKind() + " " + term.getDueAt()).toList();
  }

  /** What is new, as the relay reads it. */
  private List<Term> changes() {
    try (Connection connection = city.plain.getConnection()) {
      List<TermReader.Change> found =
          TermReader.read(connection, read, LogCut.now(connection).xid(), 1_000);
      if (!found.isEmpty()) {
        read = found.getLast().place();
      }
      return found.stream().map(TermReader.Change::term).toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
