-- The first step of each dossier is the one of the lowest rank.
select body, sum(late) as numerator, count(*) as denominator
from (
  select t.unit_id as body, case when t.completed_at > t.due_at then 1 else 0 end as late,
    t.completed_at, t.abandoned, t.due_at,
    rank() over (partition by t.dossier_id order by t.position) as place
  from asked join dossier_task t on t.dataset_id = asked.dataset) ranked, asked
where place = 1 and not abandoned and due_at is not null
  and tstzrange(asked.begin, asked.finish) @> completed_at
group by body
