-- Versions delegated on the day, joined with the processes of that day.
select 0 as body, count(distinct i.procedure_id) as numerator,
  count(distinct v.procedure_id) as denominator
from asked join dataset s on s.id = asked.dataset
cross join lateral (select (asked.present at time zone asked.zone)::date as of) day
join procedure p on p.dataset_id = case when s.reference_id is null then s.id else s.reference_id end
join procedure_version v on v.procedure_id = p.id and v.delegated_to > ''
  and v.delegated_from <= day.of and daterange(v.valid_from, v.valid_to) @> day.of
left join internal_process i on i.procedure_id = p.id
  and daterange(i.valid_from, i.valid_to) @> day.of
