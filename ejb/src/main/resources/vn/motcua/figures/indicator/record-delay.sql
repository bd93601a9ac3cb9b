-- From when it happened to when it was recorded, of every entry of the history; what was recorded
-- before it happened was recorded at once. A demo lives its days faster than they are recorded.
select (t.occurred_at at time zone asked.zone)::date as day, d.unit_id as body, d.field_id,
  '' as side,
  greatest(0, floor(date_part('epoch', t.recorded_at - t.occurred_at) / 60))::bigint as minutes,
  1 as numerator, 1 as denominator
from asked
join dataset s on s.id = asked.dataset and s.kind = 'CITY'
join dossier_transition t on t.dataset_id = s.id
join dossier d on d.id = t.dossier_id
where t.occurred_at >= asked.begin and t.occurred_at < asked.finish
