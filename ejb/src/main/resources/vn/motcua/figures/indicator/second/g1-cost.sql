-- Every sheet with its rank among those of its procedure; the first and the present one are taken.
select 0 as body,
  sum(case when rank = 1 then cost * volume else 0 end)::bigint
    - sum(case when present then cost * volume else 0 end)::bigint as numerator,
  sum(case when rank = 1 then cost * volume else 0 end)::bigint as denominator
from (
  select sheet.*, max(case when present then own_volume end) over (partition by procedure_id) as volume,
    row_number() over (partition by procedure_id order by valid_from) as rank
  from (
    select v.procedure_id, v.valid_from, v.volume as own_volume,
      sum(c.hours * c.rate) + sum(c.other) as cost,
      daterange(v.valid_from, v.valid_to) @> (asked.present at time zone asked.zone)::date as present
    from procedure_cost c join procedure_version v on v.id = c.version_id
    join procedure p on p.id = v.procedure_id, asked, dataset s
    where s.id = asked.dataset and p.dataset_id in (s.id, s.reference_id)
      and (s.reference_id is null or p.dataset_id = s.reference_id)
    group by v.id, asked.present, asked.zone) sheet) ranked
where volume > 0
