package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.motcua.database.Query;
import vn.motcua.world.CityWorld;

/**
 * What it costs to ask each two seconds whether something must be told at once, and what a look at
 * everything costs: with 500,000 dossiers of which 60,000 are open, 500,000 alerts of which 60,000
 * are, and 1,000 people. Runs only when it is asked for by name: {@code mvn -pl ejb -am test
 * -Dtest=ToldAtOnceBench -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ToldAtOnceBench {

  private static final int ROUNDS = 300;

  /** A look at everything takes half a second. */
  private static final int DEAR = 30;

  private final CityWorld city = new CityWorld();
  private final Digests digests = new Digests(city.database, city.clock, CityWorld.CALENDARS);

  @Test
  void theCostOfALook() throws SQLException {
    city.received(city.person(1));
    city.at("2026-11-20T08:00:00Z");
    city.execute("insert into digest_run values ('2026-11-20', 'NOON', now(), 0)");
    fill();
    explain();
    measure("cheap question, nothing of the same day", ROUNDS, digests::raisedLately);
    measure("look at everything, nothing of the same day", DEAR, digests::make);
    sameDay(300);
    measure("cheap question, 300 of the same day", ROUNDS, digests::raisedLately);
    city.run(digests::make);
    measure("look at everything, 300 of the same day, all told", DEAR, digests::make);
  }

  private void measure(String what, int rounds, Runnable look) {
    long[] nanos = new long[rounds];
    for (int i = -rounds / 6; i < rounds; i++) {
      long start = System.nanoTime();
      city.run(look);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.err.println(
        String.format(
            Locale.ROOT,
            "%-50s p50 %.1f ms, p99 %.1f ms",
            what,
            nanos[rounds / 2] / 1e6,
            nanos[rounds * 99 / 100] / 1e6));
  }

  private void explain() throws SQLException {
    Instant since = city.now().minusSeconds(300);
    try (Connection connection = city.plain.getConnection()) {
      Query.of(
              connection,
              "explain (analyze, buffers) " + RaisedLately.THINGS,
              1,
              since,
              List.of("OVERDUE", "STEP_OVERDUE", "DUE_SOON"))
          .list(row -> row.getString(1))
          .forEach(System.err::println);
    }
  }

  /**
   * Of the age of a dossier with number n: one in eight is open, received within the last weeks.
   */
  private void fill() {
    city.execute(
        """
        set session_replication_role = replica;
        create temp table body as
          select id, row_number() over (order by id) - 1 as n from unit where valid_to = 'infinity';
        insert into dossier (id, dataset_id, code, field_id, unit_id, branch_id, channel, state,
          received_at, due_at, original_due_at, sequence)
        select 1000000 + g.n, 1, 'B-' || g.n, (select min(id) from field), b.id, %d, 'DIRECT',
          case when g.n %% 8 = 0 then 'OPEN' else 'FINISHED' end,
          timestamptz '2026-11-20 09:00+07' - make_interval(mins => g.n / 8),
          timestamptz '2026-11-20 09:00+07' - make_interval(mins => g.n / 8) + interval '20 days',
          timestamptz '2026-11-20 09:00+07' - make_interval(mins => g.n / 8) + interval '20 days', 3
        from generate_series(1, 500000) g (n)
        join body b on b.n = g.n %% (select count(*) from body);
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id, role,
          begun_at, due_at, minutes, completed_at)
        select id, 1, id, 2, 'Thẩm định', 'Check', unit_id, 'OFFICER', received_at,
          received_at + interval '10 days', 480, case when state = 'FINISHED' then due_at end
        from dossier where id > 1000000;
        -- As the stream leaves them: what is due soon tomorrow was raised throughout today.
        insert into alert (generation, id, dataset_id, dossier_id, kind, sequence, unit_id,
          branch_id, procedure_id, raised_at, cleared_at, due_at)
        select m.active_generation, gen_random_uuid(), 1, d.id,
          (array['DUE_SOON', 'UNTOUCHED', 'OVERDUE'])[1 + d.id %% 3], 1, d.unit_id, d.branch_id, 0,
          timestamptz '2026-11-20 15:00+07' - make_interval(secs => (d.id %% 60000)),
          case when d.state = 'FINISHED' then now() end, d.due_at
        from read_model m, dossier d where d.id > 1000000;
        insert into staff (dataset_id, full_name, post, unit_id)
        select 1, 'Nhân viên ' || b.n, 'Chuyên viên', b.id
        from generate_series(1, 1000) g (n) join body b on b.n = g.n %% (select count(*) from body);
        insert into account (login, staff_id, password_hash, whole_city, created_at,
          password_changed_at)
        select 'nv' || s.id, s.id, 'x', false, now(), now() from staff s
        where s.full_name like 'Nhân viên %%';
        insert into account_scope select a.id, coalesce(u.lineage_id, u.id)
        from account a join staff s on s.id = a.staff_id join unit u on u.id = s.unit_id
        where a.login like 'nv%%';
        insert into account_role select id, 'OFFICER' from account where login like 'nv%%';
        set session_replication_role = origin;
        analyze"""
            .formatted(city.branch()));
  }

  private void sameDay(int many) {
    city.execute(
        """
        set session_replication_role = replica;
        update dossier d set due_at = timestamptz '2026-11-20 14:00+07', received_at = timestamptz '2026-11-20 08:00+07'
        from (
          select a.dossier_id from alert a join dossier o on o.id = a.dossier_id
          where a.kind = 'OVERDUE' and a.cleared_at is null and o.state = 'OPEN'
            and a.raised_at >= timestamptz '2026-11-20 00:00+07' order by a.id limit %d) one
        where d.id = one.dossier_id;
        set session_replication_role = origin;
        analyze dossier"""
            .formatted(many));
  }
}
