-- All steps that have an end, less those that were left.
select t.unit_id as body, count(t.completed_at) - count(nullif(t.abandoned, false)) as numerator,
  0 as denominator
from asked join dossier_task t on t.dataset_id = asked.dataset
where tstzrange(asked.begin, asked.finish) @> t.completed_at
group by t.unit_id
