-- Each delegated dossier with its end and with the first lawful pause that was never ended.
select body, count(*) filter (where ended > due_at and not (stopped <= due_at)) as numerator,
  count(*) as denominator
from (
  select d.id, d.unit_id as body, d.due_at,
    case when d.finished_at is not null then d.finished_at
         when d.closed_at is not null then d.closed_at else asked.present end as ended,
    coalesce((
      select min(p.occurred_at) from dossier_transition p
      where p.dossier_id = d.id and p.kind = 'PAUSED' and p.lawful
        and p.sequence > coalesce((
          select max(r.sequence) from dossier_transition r
          where r.dossier_id = d.id and r.kind = 'RESUMED'), 0)), 'infinity') as stopped
  from asked join dossier d on d.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> d.original_due_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
    and 0 < (
      select count(*) from procedure_version v
      where v.procedure_id = d.procedure_id and length(v.delegated_to) > 0
        and daterange(v.valid_from, v.valid_to) @> (d.received_at at time zone asked.zone)::date
        and v.delegated_from <= (d.received_at at time zone asked.zone)::date)) delegated
group by body
