-- Procedures delegated on the last day of the period, and those of them with an internal process.
select 0 as body,
  count(*) filter (where exists (
    select from internal_process i
    where i.procedure_id = v.procedure_id
      and i.valid_from <= (asked.present at time zone asked.zone)::date
      and i.valid_to > (asked.present at time zone asked.zone)::date)) as numerator,
  count(*) as denominator
from asked, procedure p join procedure_version v on v.procedure_id = p.id
where p.dataset_id = (select coalesce(d.reference_id, d.id) from dataset d
                      where d.id = asked.dataset)
  and v.delegated_to <> '' and v.delegated_from <= (asked.present at time zone asked.zone)::date
  and v.valid_from <= (asked.present at time zone asked.zone)::date
  and v.valid_to > (asked.present at time zone asked.zone)::date
