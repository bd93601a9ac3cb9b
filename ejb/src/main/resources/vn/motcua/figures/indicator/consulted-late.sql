-- Opinions asked for in the period, by letter or beside a step: answered after their limit, or past it
-- and not answered. What was not waited for any more is on neither side.
select body, count(*) filter (where coalesce(answered_at, present) > due_at) as numerator,
  count(*) as denominator
from (
  select d.unit_id as body, o.answered_at, o.due_at, asked.present
  from asked, opinion_request o join dossier d on d.id = o.dossier_id
  where d.dataset_id = asked.dataset and o.asked_at >= asked.begin and o.asked_at < asked.finish
  union all
  select d.unit_id, t.completed_at, t.due_at, asked.present
  from asked, dossier_task t join dossier d on d.id = t.dossier_id
  where t.dataset_id = asked.dataset and t.kind = 'CONSULTATION' and t.due_at is not null
    and t.begun_at >= asked.begin and t.begun_at < asked.finish
    and not t.abandoned and t.ending <> 'WAIVED') opinion
group by 1
