-- The same from the other end: for every stretch beyond its limit a correlated sum of its overlaps with
-- working time, then one row for each dossier with a column for each side.
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
stretch as (
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
weighed as (
  select s.*, coalesce((
    select trunc(sum(extract(epoch from upper(w.both) - lower(w.both))) / 60)
    from (
      select tstzrange(starts_at, ends_at) * tstzrange(s.since, s.until) as both
      from working_span
      where tstzrange(starts_at, ends_at) && tstzrange(s.since, s.until)) w), 0)::bigint as minutes
  from stretch s where s.since < s.until),
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
  select l.dossier_id, coalesce((
    select x.side from lost x where x.dossier_id = l.dossier_id
      and not exists (
        select from lost o where o.dossier_id = x.dossier_id
          and (o.minutes > x.minutes or o.minutes = x.minutes and o.side < x.side))),
    'UNKNOWN') as side
  from late l),
said as materialized (
  select s.dossier_id, s.side from late l join late_statement s on s.dossier_id = l.dossier_id
  where not exists (
    select from late_statement o where o.dossier_id = s.dossier_id and o.number > s.number))
