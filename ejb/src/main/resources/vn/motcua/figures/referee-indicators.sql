-- The series of the register of indicators, counted from the history's own rows. What is said of
-- stints, pauses and lateness comes from the common part.
, living as materialized (
  select r.dossier_id, coalesce(r.branch_id, 0) as branch_id, n.field_id, m.at as received_at
  from p
  join dossier_transition r on r.dataset_id = p.dataset_id and r.xid < p.horizon
                           and r.kind = 'RECEIVED'
  join moment m on m.dossier_id = r.dossier_id and m.sequence = r.sequence
  join present n on n.dossier_id = r.dossier_id
  left join (select dossier_id from history where kind = 'VOIDED') v
    on v.dossier_id = r.dossier_id
  where v.dossier_id is null
),
told as materialized (
  select t.dossier_id, t.sequence, t.kind, t.occurred_at, t.unit_id, t.recheck, t.used_minutes
  from p
  join dossier_transition t on t.dataset_id = p.dataset_id and t.xid < p.horizon
                           and t.kind in ('STEP', 'FINISHED', 'RETURNED', 'SUPPLEMENT_REQUESTED',
                                          'RATED')
),
asked_again as (
  select distinct dossier_id from told where kind = 'SUPPLEMENT_REQUESTED' and not recheck
),
last_finish as (
  select distinct on (dossier_id) dossier_id, used_minutes
  from told where kind = 'FINISHED' order by dossier_id, sequence desc
),
-- The result that stands, with the agency accountable for it.
standing_result as materialized (
  select s.dossier_id, s.unit_id, s.end_at, s.end_class, s.outcome, f.used_minutes
  from (
    select distinct on (dossier_id) dossier_id, unit_id, end_at, end_kind, end_class, outcome,
           sequence
    from stint order by dossier_id, sequence desc
  ) s
  left join last_finish f on f.dossier_id = s.dossier_id
  where s.end_kind = 'FINISHED'
),
paused_time as (
  select dossier_id, sum(extract(epoch from to_at - from_at)) as seconds
  from class_interval where class = 'PAUSED' and to_at is not null group by dossier_id
),
-- A step is quick when the one before was done less than a minute earlier; a hand-over is a step by
-- another body than that of the last step whose body is known.
step as (
  select dossier_id,
         case when occurred_at - lag(occurred_at) over w >= interval '0'
               and occurred_at - lag(occurred_at) over w < interval '1 minute' then 1 else 0 end
           as quick
  from told where kind = 'STEP'
  window w as (partition by dossier_id order by sequence)
),
by_body as (
  select dossier_id,
         case when unit_id <> lag(unit_id) over (partition by dossier_id order by sequence)
              then 1 else 0 end as handed_over
  from told where kind = 'STEP' and unit_id > 0
),
walked as (
  select s.dossier_id, s.steps, s.quick, coalesce(b.handed_over, 0) as handed_over
  from (select dossier_id, count(*) as steps, sum(quick) as quick from step group by 1) s
  left join (select dossier_id, sum(handed_over) as handed_over from by_body group by 1) b
    on b.dossier_id = s.dossier_id
),
given as (
  select distinct on (dossier_id) dossier_id, occurred_at
  from told where kind = 'RETURNED' order by dossier_id, sequence desc
),
rated as (
  select distinct dossier_id from told where kind = 'RATED'
),
series (indicator, at, body_id, dossier_id, minutes, n) as (
  select f.indicator, l.received_at, l.branch_id, l.dossier_id, null::bigint, 1::bigint
  from living l
  left join asked_again a on a.dossier_id = l.dossier_id
  cross join lateral (values
    ('ACCEPTED', true), ('ACCEPTED_ONCE', a.dossier_id is null)) f (indicator, holds)
  where f.holds
  union all
  select f.indicator, r.end_at, r.unit_id, r.dossier_id, f.minutes, f.n
  from standing_result r
  join living l on l.dossier_id = r.dossier_id
  left join paused_time q on q.dossier_id = r.dossier_id
  left join breach b on b.dossier_id = r.dossier_id
  left join walked w on w.dossier_id = r.dossier_id
  cross join lateral (values
    ('RESOLVED', null, 1::bigint),
    ('REFUSED', null, case when r.outcome = 'REFUSED' then 1 end),
    ('FLOW_ELAPSED', greatest(0, floor(extract(epoch from r.end_at - l.received_at) / 60)), 1),
    ('FLOW_WORKING', r.used_minutes, case when r.used_minutes >= 0 then 1 end),
    ('PAUSED_TIME', floor(coalesce(q.seconds, 0) / 60), 1),
    ('LATE_BY', greatest(0, floor(extract(epoch from r.end_at - b.overdue_since) / 60)),
     case when r.end_class = 'LATE' then 1 end),
    ('STEPPED', null, case when w.steps > 0 then 1 end),
    ('STEPS', null, w.steps),
    ('QUICK_STEPS', null, w.quick),
    ('HAND_OVERS', null, w.handed_over)) f (indicator, minutes, n)
  union all
  select f.indicator, h.at, l.branch_id, h.dossier_id, null, 1
  from moment h
  join living l on l.dossier_id = h.dossier_id
  cross join lateral (values
    ('PAUSES', h.kind = 'PAUSED'),
    ('UNDOCUMENTED_PAUSES', h.kind = 'PAUSED' and not h.lawful),
    ('RESTARTS', h.kind = 'DUE_MOVED' and h.due_cause = 'RESTART')) f (indicator, holds)
  where f.holds
  union all
  select f.indicator, g.occurred_at, l.branch_id, g.dossier_id, f.minutes, 1
  from given g
  join living l on l.dossier_id = g.dossier_id
  left join rated o on o.dossier_id = g.dossier_id
  left join standing_result r on r.dossier_id = g.dossier_id
  cross join lateral (values
    ('RETURNED', null, true),
    ('RATED_OF_RETURNED', null, o.dossier_id is not null),
    ('RESULT_WAIT', greatest(0, floor(extract(epoch from g.occurred_at - r.end_at) / 60)),
     r.dossier_id is not null)) f (indicator, minutes, holds)
  where f.holds
),
-- The range of minutes: below 8 each for itself, above that eight equal ones to every doubling.
ranged as (
  select s.indicator, (s.at at time zone p.zone)::date as day, s.body_id, l.field_id, s.n,
         case when s.minutes is null then 0
              else 8 * d.doublings + (s.minutes::bigint >> d.doublings)::int end as bucket
  from series s
  join living l on l.dossier_id = s.dossier_id
  cross join p
  cross join lateral (
    select count(*)::int as doublings from generate_series(4, 40) e
    where s.minutes >= (1::bigint << e)) d
  where s.n is not null
),
kept as (
  select ?::date as from_day, ?::date as to_day, ?::bigint as horizon_id
),
recount as (
  select case when k.from_day = '-infinity' then r.day else greatest(r.day, k.from_day - 1) end
           as day,
         r.indicator, r.body_id, r.field_id, r.bucket, sum(r.n) as n
  from ranged r, kept k where r.day < k.to_day
  group by 1, 2, 3, 4, 5
  having sum(r.n) <> 0
),
frozen as (
  select h.day, h.indicator, h.body_id, h.field_id, h.bucket, h.value as n
  from horizon_indicator_day h
  join kept k on h.horizon_id = k.horizon_id
  where h.value <> 0
)
select coalesce(f.day, r.day) as day, coalesce(f.body_id, r.body_id) as unit_id,
       coalesce(f.field_id, r.field_id) as field_id, null as channel, null::boolean as dated,
       coalesce(f.indicator, r.indicator) || case coalesce(f.bucket, r.bucket) when 0 then ''
         else '/' || coalesce(f.bucket, r.bucket) end as flow,
       coalesce(f.n, 0) as stream, coalesce(r.n, 0) as referee,
       count(*) over () as differences
from frozen f
full join recount r
  on r.day = f.day and r.indicator = f.indicator and r.body_id = f.body_id
 and r.field_id = f.field_id and r.bucket = f.bucket
where f.n is distinct from r.n
order by 1, 2, 3, 6
limit 200
