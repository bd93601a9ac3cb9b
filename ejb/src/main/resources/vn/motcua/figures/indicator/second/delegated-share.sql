-- Each dossier once with whether any version of its procedure delegated it on its day.
select body, count(*) filter (where delegated) as numerator, count(*) as denominator
from (
  select d.id, d.unit_id as body,
    bool_or(v.delegated_to <> '' and v.delegated_from <= day.of
            and daterange(v.valid_from, v.valid_to) @> day.of) as delegated
  from asked join dossier d on d.dataset_id = asked.dataset
  cross join lateral (select (d.received_at at time zone asked.zone)::date as of) day
  left join procedure_version v on v.procedure_id = d.procedure_id
  where tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
  group by d.id, d.unit_id) dossiers
group by body
