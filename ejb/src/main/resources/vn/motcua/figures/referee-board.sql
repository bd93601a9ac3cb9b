-- The flows of each day as the leadership's board has them: by receiving branch and field. Counted
-- from the history's own rows; what is said of stints and lateness comes from the common part.
, receipt as materialized (
  select r.dossier_id, coalesce(r.branch_id, 0) as branch_id, n.field_id, m.at as received_at,
         r.baseline_steps, r.baseline_minutes, r.papers_baseline, r.papers_brought,
         r.opens_episode
  from p
  join dossier_transition r on r.dataset_id = p.dataset_id and r.xid < p.horizon
                           and r.kind = 'RECEIVED'
  join moment m on m.dossier_id = r.dossier_id and m.sequence = r.sequence
  join present n on n.dossier_id = r.dossier_id
),
-- What moves no class and is counted all the same; of an entry made in error nothing is.
voided as (
  select dossier_id from history where kind = 'VOIDED'
),
said as materialized (
  select t.dossier_id, t.sequence, t.kind, t.occurred_at, t.second_of_episode, t.recheck,
         t.used_minutes
  from p
  join dossier_transition t on t.dataset_id = p.dataset_id and t.xid < p.horizon
                           and t.kind in ('STEP', 'FINISHED', 'RETURNED', 'SUPPLEMENT_REQUESTED',
                                          'RATED')
  left join voided v on v.dossier_id = t.dossier_id
  where v.dossier_id is null
),
-- The result that stands: the last turn of the dossier's life is a finish.
last_turn as (
  select distinct on (dossier_id) dossier_id, sequence, kind, at
  from moment where kind in ('RECEIVED', 'FINISHED', 'CLOSED', 'REOPENED', 'VOIDED')
  order by dossier_id, sequence desc
),
result as (
  select l.dossier_id, l.at, s.used_minutes
  from last_turn l
  join said s on s.dossier_id = l.dossier_id and s.sequence = l.sequence
  where l.kind = 'FINISHED'
),
passed as (
  select dossier_id, count(*) as steps from said where kind = 'STEP' group by dossier_id
),
handed_over as (
  select distinct on (dossier_id) dossier_id, occurred_at
  from said where kind = 'RETURNED' order by dossier_id, sequence desc
),
first_due as (
  select distinct on (dossier_id) dossier_id, due_at
  from due where due_at is not null order by dossier_id, stretch
),
opinion as (
  select distinct on (s.dossier_id) s.dossier_id, s.occurred_at, r.answers, r.trust, r.place
  from said s
  join dossier_rated r on r.dossier_id = s.dossier_id and r.sequence = s.sequence
  where s.kind = 'RATED'
  order by s.dossier_id, s.sequence
),
flow (dossier_id, at, flow, n) as (
  select dossier_id, start_at, 'open_in', 1 from stint
  union all
  select dossier_id, end_at, 'open_out', 1 from stint where end_at is not null
  union all
  select dossier_id, from_at, 'overdue_in', 1 from class_interval where class = 'OVERDUE'
  union all
  select dossier_id, to_at, 'overdue_out', 1 from class_interval
  where class = 'OVERDUE' and to_at is not null
  union all
  select dossier_id, received_at, 'received', 1 from receipt
  union all
  select dossier_id, end_at, f.flow, 1
  from stint
  cross join lateral (values
    ('resolved', end_kind = 'FINISHED'),
    ('dated_resolved', end_kind = 'FINISHED' and end_class <> 'UNDATED'),
    ('on_time', end_kind = 'FINISHED' and end_class in ('EARLY', 'ON_TIME')),
    ('late', end_kind = 'FINISHED' and end_class = 'LATE'),
    ('closed', end_kind = 'CLOSED')) f (flow, holds)
  where f.holds
  union all
  select d.dossier_id, d.due_at, f.flow, 1
  from first_due d
  left join breach b on b.dossier_id = d.dossier_id
  left join voided v on v.dossier_id = d.dossier_id
  cross join lateral (values
    ('due_fallen', true), ('due_late', b.dossier_id is not null)) f (flow, holds)
  where f.holds and v.dossier_id is null
  union all
  select r.dossier_id, r.received_at, f.flow, f.n
  from receipt r
  left join voided v on v.dossier_id = r.dossier_id
  cross join lateral (values
    ('papers_baseline', case when r.papers_baseline > 0 then r.papers_baseline end),
    ('papers_brought', case when r.papers_baseline > 0 then r.papers_brought end),
    ('episodes', case when r.opens_episode then 1 end)) f (flow, n)
  where v.dossier_id is null
  union all
  select e.dossier_id, e.at, f.flow, f.n
  from result e
  join receipt r on r.dossier_id = e.dossier_id
  left join passed s on s.dossier_id = e.dossier_id
  cross join lateral (values
    ('steps_baseline', case when r.baseline_steps > 0 then r.baseline_steps end),
    ('steps_passed', case when r.baseline_steps > 0 then s.steps end),
    ('minutes_baseline',
     case when r.baseline_minutes > 0 and e.used_minutes >= 0 then r.baseline_minutes end),
    ('minutes_used',
     case when r.baseline_minutes > 0 and e.used_minutes >= 0 then e.used_minutes end)) f (flow, n)
  union all
  select dossier_id, occurred_at, case when recheck then 'rechecks' else 'second_requests' end, 1
  from said where kind = 'SUPPLEMENT_REQUESTED' and (recheck or second_of_episode)
  union all
  select dossier_id, occurred_at, 'returned', 1 from handed_over
  union all
  select o.dossier_id, o.occurred_at, f.flow, f.n
  from opinion o
  cross join lateral (
    select count(*) filter (where a > 0) as given, count(*) filter (where a >= 4) as good
    from unnest(o.answers) a) five
  cross join lateral (values
    ('rated', 1), ('answers', five.given), ('satisfied', five.good),
    ('trust_answers', case when o.trust > 0 then 1 end),
    ('trusting', case when o.trust >= 4 then 1 end),
    ('tablet_ratings', case when o.place = 'TABLET' then 1 end)) f (flow, n)
),
kept as (
  select ?::date as from_day, ?::date as to_day, ?::bigint as horizon_id
),
recount as (
  select case when k.from_day = '-infinity' then d.day else greatest(d.day, k.from_day - 1) end
           as day,
         d.branch_id, d.field_id, d.flow, sum(d.n) as n
  from kept k
  cross join (
    select (f.at at time zone p.zone)::date as day, r.branch_id, r.field_id, f.flow, f.n
    from flow f join receipt r on r.dossier_id = f.dossier_id cross join p
    where f.n is not null
  ) d
  where d.day < k.to_day
  group by 1, 2, 3, 4
  having sum(d.n) <> 0
),
frozen as (
  select h.day, h.branch_id, h.field_id, v.flow, v.n
  from horizon_board_day h
  join kept k on h.horizon_id = k.horizon_id
  cross join lateral (values
    ('open_in', open_in), ('open_out', open_out), ('overdue_in', overdue_in),
    ('overdue_out', overdue_out), ('received', received), ('resolved', resolved),
    ('dated_resolved', dated_resolved), ('on_time', on_time), ('late', late), ('closed', closed),
    ('due_fallen', due_fallen), ('due_late', due_late), ('steps_baseline', steps_baseline),
    ('steps_passed', steps_passed), ('minutes_baseline', minutes_baseline),
    ('minutes_used', minutes_used), ('papers_baseline', papers_baseline),
    ('papers_brought', papers_brought), ('episodes', episodes),
    ('second_requests', second_requests), ('rechecks', rechecks), ('rated', rated),
    ('answers', answers), ('satisfied', satisfied), ('trust_answers', trust_answers),
    ('trusting', trusting), ('tablet_ratings', tablet_ratings), ('returned', returned)) v (flow, n)
  where v.n <> 0
)
select coalesce(f.day, r.day) as day, coalesce(f.branch_id, r.branch_id) as unit_id,
       coalesce(f.field_id, r.field_id) as field_id, null as channel, null::boolean as dated,
       coalesce(f.flow, r.flow) as flow,
       coalesce(f.n, 0) as stream, coalesce(r.n, 0) as referee,
       count(*) over () as differences
from frozen f
full join recount r
  on r.day = f.day and r.branch_id = f.branch_id and r.field_id = f.field_id and r.flow = f.flow
where f.n is distinct from r.n
order by 1, 2, 3, 6
limit 200
