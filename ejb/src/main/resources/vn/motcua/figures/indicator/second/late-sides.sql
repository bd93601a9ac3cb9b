-- The same from the other end: the ends of every stretch beyond its limit and the spans of working time
-- on one line of time, with what was worked up to each point of it; then one row for each dossier with a
-- column for each side.
late as materialized (
  select d.id as dossier_id, d.unit_id as body, d.branch_id, x.field_id,
    (x.original_due_at at time zone asked.zone)::date as day,
    case when d.finished_at is null and d.closed_at is null then asked.present
         when d.finished_at is null then d.closed_at else d.finished_at end as ended
  from asked, dossier d, dossier_fact x
  where x.dossier_id = d.id and x.generation = (select active_generation from read_model)
    and x.dataset_id = asked.dataset and x.overdue_since > '-infinity'
    and x.class not in ('VOIDED')
    and tstzrange(asked.begin, asked.finish) @> x.original_due_at),
ran as (
  select l.dossier_id, t.kind, t.unit_id, t.position, t.due_at as since,
    case when t.completed_at < l.ended then t.completed_at else l.ended end as until
  from dossier_task t join late l on l.dossier_id = t.dossier_id
  where t.kind = 'MAIN' or t.ending <> 'WAIVED'
  union all
  select l.dossier_id, 'CONSULTATION', null, null, o.due_at,
    case when o.answered_at < l.ended then o.answered_at else l.ended end
  from opinion_request o join late l on l.dossier_id = o.dossier_id
  union all
  select l.dossier_id, 'SUPPLEMENT', null, null, q.requested_at,
    case when q.answered_at < l.ended then q.answered_at else l.ended end
  from supplement_request q join late l on l.dossier_id = q.dossier_id
  where q.in_time is false),
stretch as (
  select r.*, row_number() over () as no from ran r where r.since < r.until),
line (at, no, forward, worked, ends_at) as (
  select starts_at, null::bigint, null::boolean, ends_at - starts_at, ends_at from working_span
  union all
  select since, no, false, null, null from stretch
  union all
  select until, no, true, null, null from stretch),
-- Of the span that a point lies in, only what lies before the point.
point as (
  select no, forward,
    coalesce(sum(worked) over sofar, interval '0')
      - coalesce(greatest(max(ends_at) over sofar - at, interval '0'), interval '0') as sofar
  from line
  window sofar as (order by at, no nulls first rows unbounded preceding)),
between_points as (
  select no, sum(case when forward then sofar else -sofar end) as worked
  from point where no is not null group by no),
weighed as (
  select s.*, trunc(extract(epoch from b.worked) / 60)::bigint as minutes
  from stretch s join between_points b on b.no = s.no),
sided as (
  select l.dossier_id,
    coalesce(sum(w.minutes) filter (where w.kind = 'MAIN' and w.position = f.first), 0) as intake,
    coalesce(sum(w.minutes) filter (
      where w.kind = 'MAIN' and w.position > f.first and w.unit_id = l.branch_id
        and l.branch_id <> l.body and w.position > f.elsewhere), 0) as back,
    coalesce(sum(w.minutes) filter (where w.kind = 'MAIN'), 0) as steps,
    coalesce(sum(w.minutes) filter (where w.kind = 'CONSULTATION'), 0) as consulted,
    coalesce(sum(w.minutes) filter (where w.kind = 'SUPPLEMENT'), 0) as applicant
  from late l
  cross join lateral (
    select min(t.position) as first,
      min(t.position) filter (where t.unit_id <> coalesce(l.branch_id, 0)) as elsewhere
    from dossier_task t where t.dossier_id = l.dossier_id and t.kind = 'MAIN') f
  left join weighed w on w.dossier_id = l.dossier_id
  group by l.dossier_id),
lost (dossier_id, side, minutes) as materialized (
  select s.dossier_id, v.side, v.minutes::bigint
  from sided s cross join lateral (values
    ('AGENCY', greatest(0, s.steps - s.intake - s.back - s.consulted - s.applicant)),
    ('APPLICANT', s.applicant), ('CONSULTED', s.consulted), ('INTAKE', s.intake),
    ('RETURN', s.back)) v (side, minutes)
  where v.minutes > 0),
cause as materialized (
  select l.dossier_id, coalesce(min(x.side), 'UNKNOWN') as side
  from late l
  left join (
    select o.dossier_id, o.side
    from lost o join (
      select dossier_id, max(minutes) as minutes from lost group by dossier_id) most
      on most.dossier_id = o.dossier_id and most.minutes = o.minutes) x
    on x.dossier_id = l.dossier_id
  group by l.dossier_id),
said as materialized (
  select s.dossier_id, s.side from late l join late_statement s on s.dossier_id = l.dossier_id
  where not exists (
    select from late_statement o where o.dossier_id = s.dossier_id and o.number > s.number))
