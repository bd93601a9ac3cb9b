-- Entries of the history recorded within 24 hours of when they happened: tracking reads the row itself,
-- so its moment of recording is that of publication. A demo lives its days faster than they are recorded.
select 0 as body,
  count(*) filter (where t.recorded_at - t.occurred_at <= interval '24 hours') as numerator,
  count(*) as denominator
from asked
join dataset s on s.id = asked.dataset and s.kind = 'CITY'
join dossier_transition t on t.dataset_id = s.id
where t.occurred_at >= asked.begin and t.occurred_at < asked.finish
