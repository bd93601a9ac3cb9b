-- Who lost the time of each dossier that was late for its first due moment within the period, in whole
-- working minutes beyond what was allowed: late (each dossier), lost (each side of it), slow (each
-- step of it). The rule is written in LateCauses.
late as materialized (
  select f.dossier_id, d.code, d.unit_id as body, coalesce(d.branch_id, 0) as branch_id, f.field_id,
    f.original_due_at, f.overdue_since,
    (f.original_due_at at time zone asked.zone)::date as day,
    coalesce(d.finished_at, d.closed_at, asked.present) as ended
  from asked
  cross join read_model r
  join dossier_fact f on f.generation = r.active_generation and f.dataset_id = asked.dataset
  join dossier d on d.id = f.dossier_id
  where f.class <> 'VOIDED' and f.overdue_since is not null
    and f.original_due_at >= asked.begin and f.original_due_at < asked.finish),
-- What ran beyond its limit, from when to when.
beyond (key, dossier_id, side, step, from_at, to_at) as (
  select 's' || t.id, t.dossier_id,
    case
      when t.position = min(t.position) over (partition by t.dossier_id) then 'INTAKE'
      when t.unit_id = l.branch_id and t.unit_id <> l.body
        and min(case when t.unit_id <> l.branch_id then t.position end)
              over (partition by t.dossier_id) < t.position then 'RETURN'
      else 'AGENCY' end,
    t.name, t.due_at, least(coalesce(t.completed_at, l.ended), l.ended)
  from late l join dossier_task t on t.dossier_id = l.dossier_id and t.kind = 'MAIN'
  union all
  select 's' || t.id, t.dossier_id, 'CONSULTED', t.name, t.due_at,
    least(coalesce(t.completed_at, l.ended), l.ended)
  from late l join dossier_task t on t.dossier_id = l.dossier_id and t.kind = 'CONSULTATION'
  where t.ending <> 'WAIVED'
  union all
  select 'o' || o.id, o.dossier_id, 'CONSULTED', o.asked_of, o.due_at,
    least(coalesce(o.answered_at, l.ended), l.ended)
  from late l join opinion_request o on o.dossier_id = l.dossier_id
  union all
  -- Asked for too late, so the clock ran on while the applicant supplemented.
  select 'q' || q.id, q.dossier_id, 'APPLICANT', '', q.requested_at,
    least(coalesce(q.answered_at, l.ended), l.ended)
  from late l join supplement_request q on q.dossier_id = l.dossier_id and not q.in_time),
slow as materialized (
  select b.dossier_id, b.side, b.step,
    floor(sum(extract(epoch from least(b.to_at, w.ends_at) - greatest(b.from_at, w.starts_at))) / 60)
      ::bigint as minutes
  from beyond b join working_span w on w.starts_at < b.to_at and w.ends_at > b.from_at
  where b.from_at < b.to_at
  group by b.key, b.dossier_id, b.side, b.step
  having sum(extract(epoch from least(b.to_at, w.ends_at) - greatest(b.from_at, w.starts_at))) >= 60),
gross as (
  select dossier_id, side, sum(minutes) as minutes from slow group by dossier_id, side),
-- While the agency waited for an opinion or for the applicant, it is they who lost the time.
lost as materialized (
  select dossier_id, side, minutes from (
    select g.dossier_id, g.side,
      (g.minutes - case when g.side = 'AGENCY' then coalesce((
        select sum(o.minutes) from gross o
        where o.dossier_id = g.dossier_id and o.side in ('CONSULTED', 'APPLICANT')), 0)
        else 0 end)::bigint as minutes
    from gross g) net
  where minutes > 0),
cause as materialized (
  select distinct on (l.dossier_id) l.dossier_id, coalesce(x.side, 'UNKNOWN') as side,
    coalesce(x.minutes, 0) as minutes
  from late l left join lost x on x.dossier_id = l.dossier_id
  order by l.dossier_id, x.minutes desc nulls last, x.side),
said as materialized (
  select distinct on (s.dossier_id) s.dossier_id, s.side, s.words, s.said_by, s.said_at
  from late l join late_statement s on s.dossier_id = l.dossier_id
  order by s.dossier_id, s.number desc)
