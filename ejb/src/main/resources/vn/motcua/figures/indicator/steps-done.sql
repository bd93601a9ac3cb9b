-- Steps that a body completed in the period; those that were left when a dossier ended do not count.
select t.unit_id as body, count(*) as numerator, 0 as denominator
from asked, dossier_task t
where t.dataset_id = asked.dataset and t.completed_at >= asked.begin
  and t.completed_at < asked.finish and not t.abandoned
group by 1
