package vn.motcua.it.bench;

import java.util.List;
import vn.motcua.it.running.Database;

/**
 * 100,000 dossiers of the city, written straight into the tables: three quarters are finished, one
 * quarter is open at the branches and communes, with persons, present steps, history and read
 * model.
 */
final class ManyDossiers {

  static final int COUNT = 100_000;

  /** Ids that no sequence gives out during a measurement. */
  private static final long FIRST = 50_000_000L;

  private static final List<String> STATEMENTS =
      List.of(
          """
          create temporary table seed on commit preserve rows as
          with b as (select array_agg(coalesce(lineage_id, id) order by code) as ids from unit
                     where kind = 'BRANCH' and dataset_id = 1 and valid_to = 'infinity'),
               c as (select array_agg(coalesce(lineage_id, id) order by code) as ids from unit
                     where kind = 'COMMUNE' and dataset_id = 1 and valid_to = 'infinity'
                       and valid_from >= '2025-07-01'),
               p as (select array_agg(p.id order by p.code) as ids,
                            array_agg(f.id order by p.code) as fields
                     from procedure p
                     join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
                     join field f on f.code = v.field_code and f.dataset_id = 1 and f.level = ''
                     where v.common and p.dataset_id = 1)
          select :first + n as id, n,
                 b.ids[1 + n % cardinality(b.ids)] as branch,
                 c.ids[1 + n % cardinality(c.ids)] as commune,
                 p.ids[1 + n % cardinality(p.ids)] as procedure,
                 p.fields[1 + n % cardinality(p.ids)] as field,
                 n / 12 % 4 = 0 as open,
                 date_trunc('milliseconds', now()) - make_interval(hours => (n % 1440)) as received
          from generate_series(1, :count) n, b, c, p
          """
              .replace(":first", Long.toString(FIRST))
              .replace(":count", Integer.toString(COUNT)),
          """
          insert into person (id, dataset_id, kind, full_name, national_id, created_at, phone)
          select id, 1, 'CITIZEN', 'Nguyễn Văn Đo ' || n, '001' || lpad(n::text, 9, '0'), received,
                 '0000000000'
          from seed
          """,
          """
          insert into dossier (id, dataset_id, code, procedure_id, field_id, unit_id, branch_id,
            channel, state, received_at, due_at, original_due_at, finished_at, outcome, sequence)
          select id, 1, 'H26.99-' || to_char(received, 'YYMMDD') || '-' || lpad(n::text, 6, '0'),
                 procedure, field, commune, branch, 'DIRECT', case when open then 'OPEN' else 'FINISHED' end,
                 received, received + interval '5 days', received + interval '5 days',
                 case when open then null else received + interval '2 hours' end,
                 case when open then null else 'GRANTED' end, case when open then 2 else 3 end
          from seed
          """,
          """
          insert into visit (id, dataset_id, branch_id, clerk, began_at, receipt_code, request_id)
          select id, 1, branch, 'bench', received, 'DO-' || n, gen_random_uuid() from seed
          """,
          """
          insert into dossier_intake (dossier_id, visit_id, public_token, due_explanation)
          select id, id, 'bench-' || lpad(n::text, 16, '0'), array['Hạn 5 ngày'] from seed
          """,
          """
          insert into dossier_person (dossier_id, relation, person_id)
          select id, 'OWNER', id from seed
          """,
          """
          insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at,
            received_at, due_at, unit_id, branch_id, field_id, channel, activity, actor, outcome)
          select id, k, 1, case k when 1 then 'RECEIVED' when 2 then 'STEP' else 'FINISHED' end,
                 received + (k - 1) * interval '1 hour', received, received + interval '5 days',
                 commune, branch, field, 'DIRECT', case when k = 2 then 'Tiếp nhận hồ sơ' end, 'bench',
                 case when k = 3 then 'GRANTED' end
          from seed, generate_series(1, 3) k where k < 3 or not open
          """,
          """
          insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id,
            role, begun_at, due_at, minutes, completed_at, dossier_due_at)
          select id, 1, id, 2, 'Thụ lý hồ sơ', 'Work on the dossier',
                 case when n / 12 % 8 = 0 then branch else commune end,
                 case when n / 12 % 8 = 0 then 'CLERK' else 'OFFICER' end, received,
                 received + interval '1 day', 480, case when open then null else received end,
                 received + interval '5 days'
          from seed
          """,
          """
          insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id,
            field_id, procedure_id, channel, class, received_at, due_at, original_due_at,
            overdue_since, ended_at, outcome)
          select 1, id, 1, case when open then 2 else 3 end, commune, branch, field, procedure,
                 'DIRECT',
                 case when not open then 'EARLY'
                      when received + interval '5 days' < now() then 'OVERDUE' else 'WITHIN' end,
                 received, received + interval '5 days', received + interval '5 days',
                 case when open and received + interval '5 days' < now()
                      then received + interval '5 days' end,
                 case when open then null else received + interval '2 hours' end,
                 case when open then null else 'GRANTED' end
          from seed
          """,
          """
          insert into board_day (generation, dataset_id, day, branch_id, field_id, received,
            open_in, resolved, dated_resolved, on_time, due_fallen, overdue_in)
          select 1, 1, (received at time zone 'Asia/Ho_Chi_Minh')::date, branch, field, count(*),
                 count(*), count(*) filter (where not open), count(*) filter (where not open),
                 count(*) filter (where not open), count(*),
                 count(*) filter (where open and received + interval '5 days' < now())
          from seed group by 3, 4, 5
          on conflict do nothing
          """,
          "analyze");

  private ManyDossiers() {}

  /** Writes them, once. */
  static void write() {
    if (Database.number("select count(*) from dossier where id > " + FIRST) == 0) {
      Database.changeAll(STATEMENTS);
    }
  }

  /** A code of one that is open at the branch whose clerk measures. */
  static String openCode() {
    return Database.text(
        "select d.code from dossier d join unit u on coalesce(u.lineage_id, u.id) = d.branch_id"
            + " where d.id > "
            + FIRST
            + " and d.state = 'OPEN' and u.code = 'cn-tay-ho' order by d.id limit 1");
  }
}
