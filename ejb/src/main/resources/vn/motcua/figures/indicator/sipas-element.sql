-- One of the five elements, of the first rating of each dossier by the day it was given: answers of 4
-- and 5 of all answers; “not applicable” is none.
select (t.occurred_at at time zone asked.zone)::date as day, coalesce(d.branch_id, 0) as body,
  d.field_id, '' as side, null::bigint as minutes,
  case when r.answers[:element] >= 4 then 1 else 0 end as numerator, 1 as denominator
from asked, dossier_rated r
join dossier_transition t on t.dossier_id = r.dossier_id and t.sequence = r.sequence
join dossier d on d.id = r.dossier_id
where t.dataset_id = asked.dataset and t.occurred_at >= asked.begin
  and t.occurred_at < asked.finish and d.state <> 'VOIDED' and r.answers[:element] > 0
  and not exists (
    select from dossier_rated o where o.dossier_id = r.dossier_id and o.sequence < r.sequence)
