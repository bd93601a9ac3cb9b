-- Each dossier received in the period that has a result, at its procedure: minutes of work as the result
-- tells them where the procedure's limit is one of working time, else by the wall clock. One of which
-- working time is asked for and not known is left out.
select d.procedure_id as body, t.minutes as numerator, 1 as denominator
from asked
join dossier d on d.dataset_id = asked.dataset and d.state <> 'VOIDED' and d.finished_at is not null
  and d.received_at >= asked.begin and d.received_at < asked.finish
join (
  select distinct on (v.procedure_id) v.procedure_id, v.id from procedure_version v
  order by v.procedure_id, v.valid_from desc) newest on newest.procedure_id = d.procedure_id
left join (
  select distinct on (m.version_id) m.version_id, m.unit from procedure_limit m
  order by m.version_id, m.applies_to, m.channel nulls first) l on l.version_id = newest.id
cross join lateral (
  select case when l.unit in ('working_days', 'working_hours') then (
      select f.used_minutes from dossier_transition f
      where f.dossier_id = d.id and f.kind = 'FINISHED' order by f.sequence desc limit 1)
    else greatest(0, floor(extract(epoch from d.finished_at - d.received_at) / 60)) end as minutes) t
where t.minutes is not null
