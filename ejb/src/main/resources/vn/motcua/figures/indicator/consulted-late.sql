-- Opinions asked for in the period: answered after their limit, or past it and not answered.
select d.unit_id as body,
  count(*) filter (where coalesce(o.answered_at, asked.present) > o.due_at) as numerator,
  count(*) as denominator
from asked, opinion_request o join dossier d on d.id = o.dossier_id
where d.dataset_id = asked.dataset and o.asked_at >= asked.begin and o.asked_at < asked.finish
group by 1
