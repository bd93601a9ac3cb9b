-- All with a limit less those that kept it.
select body, count(*) - sum(kept) as numerator, count(*) as denominator
from (
  select t.unit_id as body, case when t.completed_at <= t.due_at then 1 else 0 end as kept
  from asked join dossier_task t on t.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> t.completed_at and t.due_at > '-infinity'
    and t.abandoned is not true) ended
group by body
