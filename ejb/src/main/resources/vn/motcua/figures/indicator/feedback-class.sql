-- Feedback received in the period that was given this class, of all of it; by the day it was received.
select (f.received_at at time zone asked.zone)::date as day, 0 as body, 0 as field_id, '' as side,
  null::bigint as minutes, case when f.class = ':element' then 1 else 0 end as numerator,
  1 as denominator
from asked, feedback f
where f.dataset_id = asked.dataset and f.received_at >= asked.begin and f.received_at < asked.finish
