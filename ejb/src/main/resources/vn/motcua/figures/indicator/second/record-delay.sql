-- The same from whole seconds, grouped before it is told.
select e.day, d.unit_id as body, d.field_id, '' as side, (e.seconds / 60)::bigint as minutes,
  e.n as numerator, e.n as denominator
from (
  select t.dossier_id,
    (t.occurred_at at time zone asked.zone)::date as day,
    case when t.recorded_at < t.occurred_at then 0
         else trunc(extract(epoch from t.recorded_at - t.occurred_at))::bigint end as seconds,
    count(*) as n
  from asked, dossier_transition t
  where t.dataset_id = asked.dataset and not (t.occurred_at < asked.begin)
    and not (t.occurred_at >= asked.finish)
    and exists (select from dataset s where s.id = asked.dataset and s.kind = 'CITY')
  group by 1, 2, 3) e
join dossier d on d.id = e.dossier_id
