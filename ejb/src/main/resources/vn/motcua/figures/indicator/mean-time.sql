-- Each dossier received in the period that has a result, at its procedure: minutes of work as the result
-- tells them where the procedure's limit is one of working time, else by the wall clock. One of which
-- working time is asked for and not known is left out.
select d.procedure_id as body, t.minutes as numerator, 1 as denominator
from asked
join dossier d on d.dataset_id = asked.dataset and d.state <> 'VOIDED' and d.finished_at is not null
  and d.received_at >= asked.begin and d.received_at < asked.finish
cross join lateral (
  select v.id from procedure_version v where v.procedure_id = d.procedure_id
  order by v.valid_from desc limit 1) newest
left join lateral (
  select m.unit from procedure_limit m where m.version_id = newest.id
  order by m.applies_to, m.channel nulls first limit 1) l on true
cross join lateral (
  select case when l.unit in ('working_days', 'working_hours') then (
      select f.used_minutes from dossier_transition f
      where f.dossier_id = d.id and f.kind = 'FINISHED' order by f.sequence desc limit 1)
    else greatest(0, floor(extract(epoch from d.finished_at - d.received_at) / 60)) end as minutes) t
where t.minutes is not null
