-- The day of the last evaluation of each delegation; none, or one of a year ago, is too old.
select 0 as body, count(*) - count(*) filter (
    where last is null or (last + interval '1 year')::date <= day) as numerator,
  count(*) as denominator
from (
  select v.id, day.of as day, max(e.evaluated_on) as last
  from asked join dataset s on s.id = asked.dataset
  cross join lateral (select (asked.present at time zone asked.zone)::date as of) day
  join procedure p on p.dataset_id = case when s.reference_id is null then s.id else s.reference_id end
  join procedure_version v on v.procedure_id = p.id and v.delegated_to > ''
    and (v.delegated_from + interval '1 year')::date <= day.of
    and daterange(v.valid_from, v.valid_to) @> day.of
  left join delegation_evaluation e on e.procedure_id = v.procedure_id
    and e.delegated_to = v.delegated_to and not (e.evaluated_on > day.of)
  group by v.id, day.of) delegation
