-- Delegations that on the last day of the period have lasted a year or more, and those of them that were
-- evaluated within the year before that day.
select 0 as body,
  count(*) filter (where exists (
    select from delegation_evaluation e
    where e.procedure_id = v.procedure_id and e.delegated_to = v.delegated_to
      and e.evaluated_on > (asked.present at time zone asked.zone)::date - interval '1 year'
      and e.evaluated_on <= (asked.present at time zone asked.zone)::date)) as numerator,
  count(*) as denominator
from asked, procedure p join procedure_version v on v.procedure_id = p.id
where p.dataset_id = (select coalesce(d.reference_id, d.id) from dataset d
                      where d.id = asked.dataset)
  and v.delegated_to <> ''
  and v.delegated_from <= (asked.present at time zone asked.zone)::date - interval '1 year'
  and v.valid_from <= (asked.present at time zone asked.zone)::date
  and v.valid_to > (asked.present at time zone asked.zone)::date
