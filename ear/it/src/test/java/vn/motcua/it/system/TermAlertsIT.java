package vn.motcua.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.motcua.it.running.CounterDossiers;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.Until;

/**
 * A step, a submission and feedback whose time passes: the database notes their terms, the relay
 * sends them, and the stream raises each alert once its moment has come and ends it when they are
 * done. How long that took is told, not demanded.
 */
class TermAlertsIT {

  private static final System.Logger LOG = System.getLogger(TermAlertsIT.class.getName());
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final CounterDossiers COUNTER = CounterDossiers.connect();
  private static final String DATASET =
      "(select id from dataset where code = '" + CounterDossiers.DATASET + "')";
  private static final String BRANCH =
      "(select id from unit where code = 'cn-tay-ho' and dataset_id = 1 and valid_to = 'infinity')";

  @Test
  void raisedWhenTheirTimePassesAndEndedWhenTheyAreDone() {
    String code = COUNTER.received(Duration.ofDays(1), Duration.ofDays(10));
    long step =
        Database.number(
            "select t.id from dossier_task t join dossier d on d.id = t.dossier_id"
                + " where t.completed_at is null and d.code = '%s' and d.dataset_id = %s"
                    .formatted(code, DATASET));
    limit(step, "now() + interval '1 hour'");
    long submission = submitted();
    long feedback = feedback();

    assertThat(Until.is(LONG, () -> open("ACCEPTANCE", submission), count -> count > 0)).isOne();
    assertThat(Until.is(LONG, () -> open("FEEDBACK", feedback), count -> count > 0)).isOne();
    assertThat(open("STEP_OVERDUE", step)).as("an hour is left").isZero();
    limit(step, "clock_timestamp() + interval '2 seconds'");
    assertThat(Until.is(LONG, () -> open("STEP_OVERDUE", step), count -> count > 0)).isOne();
    LOG.log(
        System.Logger.Level.INFO,
        "From the end of the step''s time until its alert was seen: {0} ms",
        Database.number(
            "select extract(epoch from clock_timestamp() - due_at) * 1000 from dossier_task"
                + " where id = "
                + step));
    assertThat(
            Database.number(
                """
                select count(*) from alert a join read_model m on m.active_generation = a.generation
                join dossier_task t on t.id = a.thing_id
                where a.kind = 'STEP_OVERDUE' and t.id = %d and a.dossier_id = t.dossier_id
                  and a.unit_id = t.unit_id and a.branch_id = %s
                  and a.raised_at = date_trunc('milliseconds', t.due_at)"""
                    .formatted(step, BRANCH)))
        .isOne();

    Database.change(
        "update dossier_task set completed_at = now(), completed_by = 'x' where id = " + step);
    Database.change(
        "update submission set state = 'REFUSED', decided_at = now() where id = " + submission);
    Database.change(
        "update feedback set state = 'FORWARDED', due_at = null where id = " + feedback);
    Until.is(LONG, () -> open("STEP_OVERDUE", step), count -> count == 0);
    Until.is(LONG, () -> open("ACCEPTANCE", submission), count -> count == 0);
    Until.is(LONG, () -> open("FEEDBACK", feedback), count -> count == 0);
    assertThat(
            Database.number(
                "select count(*) from alert a join read_model m on m.active_generation = a.generation"
                    + " where a.kind = 'STEP_OVERDUE' and a.withdrawn and a.thing_id = "
                    + step))
        .as("it was true")
        .isZero();
  }

  private static void limit(long step, String moment) {
    Database.change("update dossier_task set due_at = %s where id = %d".formatted(moment, step));
  }

  private static long submitted() {
    UUID request = UUID.randomUUID();
    Database.change(
        """
        insert into submission (dataset_id, source_system, external_id, revision, digest, branch_id,
          channel, procedure_code, owner_number, owner_name, content, submitted_at, arrived_at,
          sent_by, state, see_by, decide_by, request_id)
        values (%1$s, 'DVCQG', '%3$s', 1, 'x', %2$s, 'ONLINE', '9.100001', '001190000001',
          'Người Một', '{}', now() - interval '1 day', now() - interval '1 day', 'cong', 'WAITING',
          now(), now() - interval '1 minute', '%3$s')"""
            .formatted(DATASET, BRANCH, request));
    return Database.number("select id from submission where request_id = '%s'".formatted(request));
  }

  private static long feedback() {
    UUID token = UUID.randomUUID();
    Database.change(
        """
        insert into feedback (dataset_id, code, token, channel, received_at, registered_by,
          conduct_on, title, body, state, due_at)
        values (%1$s, 'PA-%2$s', '%2$s', 'PORTAL', now() - interval '3 days', 'x', current_date,
          'Chậm', 'Chậm', 'NEW', now() - interval '1 minute')"""
            .formatted(DATASET, token));
    return Database.number("select id from feedback where token = '%s'".formatted(token));
  }

  private static long open(String kind, long thing) {
    return Database.number(
        "select count(*) from alert a join read_model m on m.active_generation = a.generation"
            + " where a.kind = '%s' and a.thing_id = %d and a.cleared_at is null"
                .formatted(kind, thing));
  }
}
