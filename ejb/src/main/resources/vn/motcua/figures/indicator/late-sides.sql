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
beyond (dossier_id, side, step, from_at, to_at) as (
  select t.dossier_id,
    case
      when t.position = min(t.position) over (partition by t.dossier_id) then 'INTAKE'
      when t.unit_id = l.branch_id and t.unit_id <> l.body
        and min(case when t.unit_id <> l.branch_id then t.position end)
              over (partition by t.dossier_id) < t.position then 'RETURN'
      else 'AGENCY' end,
    t.name, t.due_at, least(coalesce(t.completed_at, l.ended), l.ended)
  from late l join dossier_task t on t.dossier_id = l.dossier_id and t.kind = 'MAIN'
  union all
  select t.dossier_id, 'CONSULTED', t.name, t.due_at,
    least(coalesce(t.completed_at, l.ended), l.ended)
  from late l join dossier_task t on t.dossier_id = l.dossier_id and t.kind = 'CONSULTATION'
  where t.ending <> 'WAIVED'
  union all
  select o.dossier_id, 'CONSULTED', o.asked_of, o.due_at,
    least(coalesce(o.answered_at, l.ended), l.ended)
  from late l join opinion_request o on o.dossier_id = l.dossier_id
  union all
  -- Asked for too late, so the clock ran on while the applicant supplemented.
  select q.dossier_id, 'APPLICANT', '', q.requested_at,
    least(coalesce(q.answered_at, l.ended), l.ended)
  from late l join supplement_request q on q.dossier_id = l.dossier_id and not q.in_time),
-- The spans of working time in their order, each with its length and with what was worked before it
-- (microseconds). What was worked between two moments is then the difference of two look-ups; adding
-- up the spans in between cost a thousand rows for each stretch.
calendar as materialized (
  select array_agg(starts_at order by starts_at) as starts,
    array_agg(length order by starts_at) as lengths,
    array_agg(through - length order by starts_at) as before
  from (
    select starts_at, length, (sum(length) over (order by starts_at))::bigint as through
    from (
      select starts_at, (extract(epoch from ends_at - starts_at) * 1000000)::bigint as length
      from working_span) span) added),
placed as (
  select b.*, c.starts, c.lengths, c.before,
    width_bucket(b.from_at, c.starts) as from_span, width_bucket(b.to_at, c.starts) as to_span
  from calendar c cross join beyond b
  where b.from_at < b.to_at),
slow as materialized (
  select dossier_id, side, step, minutes from (
    select p.dossier_id, p.side, p.step,
      -- Before the first span there is none, and so no working time.
      (coalesce(p.before[p.to_span] + least(p.lengths[p.to_span],
          (extract(epoch from p.to_at - p.starts[p.to_span]) * 1000000)::bigint), 0)
        - coalesce(p.before[p.from_span] + least(p.lengths[p.from_span],
          (extract(epoch from p.from_at - p.starts[p.from_span]) * 1000000)::bigint), 0))
        / 60000000 as minutes
    from placed p) ran
  where minutes > 0),
gross as (
  select dossier_id, side, sum(minutes) as minutes from slow group by dossier_id, side),
-- While the agency waited for an opinion or for the applicant, it is they who lost the time.
waited as (
  select dossier_id, sum(minutes) as minutes from gross
  where side in ('CONSULTED', 'APPLICANT') group by dossier_id),
lost as materialized (
  select dossier_id, side, minutes from (
    select g.dossier_id, g.side,
      (g.minutes - case when g.side = 'AGENCY' then coalesce(w.minutes, 0) else 0 end)::bigint
        as minutes
    from gross g left join waited w on w.dossier_id = g.dossier_id) net
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
