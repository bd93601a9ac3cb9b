-- Of the steps with a limit completed in the period, those completed after it.
select t.unit_id as body, count(*) filter (where t.completed_at > t.due_at) as numerator,
  count(*) as denominator
from asked, dossier_task t
where t.dataset_id = asked.dataset and t.completed_at >= asked.begin
  and t.completed_at < asked.finish and not t.abandoned and t.due_at is not null
group by 1
