-- The same of the first step of each dossier: what the reception lost.
select t.unit_id as body, count(*) filter (where t.completed_at > t.due_at) as numerator,
  count(*) as denominator
from asked, dossier_task t
where t.dataset_id = asked.dataset and t.completed_at >= asked.begin
  and t.completed_at < asked.finish and not t.abandoned and t.due_at is not null
  and not exists (
    select from dossier_task f where f.dossier_id = t.dossier_id and f.position < t.position)
group by 1
