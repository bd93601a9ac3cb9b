-- Compliance costs of a year's dossiers: the first cost sheet that there was against the one in force
-- on the last day, of the procedures that have both and whose volume is known.
select 0 as body, sum((former.cost - sheet.cost) * v.volume)::bigint as numerator,
  sum(former.cost * v.volume)::bigint as denominator
from asked
join dataset s on s.id = asked.dataset
join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
join procedure_version v on v.procedure_id = p.id and v.volume > 0
  and v.valid_from <= (asked.present at time zone asked.zone)::date
  and v.valid_to > (asked.present at time zone asked.zone)::date
join lateral (
  select sum(c.hours * c.rate + c.other) as cost from procedure_cost c
  where c.version_id = v.id having count(*) > 0) sheet on true
join lateral (
  select sum(c.hours * c.rate + c.other) as cost
  from procedure_version o join procedure_cost c on c.version_id = o.id
  where o.procedure_id = p.id group by o.id, o.valid_from order by o.valid_from limit 1) former
  on true
