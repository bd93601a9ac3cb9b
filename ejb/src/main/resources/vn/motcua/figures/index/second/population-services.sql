-- Procedures of such dossiers, each with whether one of them found the person.
select count(*) filter (where found), count(*)
from (
  select d.procedure_id, bool_or(coalesce(i.answers ->> 'du-lieu-dan-cu' = 'true', false)) as found
  from asked join dossier d on d.dataset_id = asked.dataset
  join dossier_intake i on i.dossier_id = d.id
  where tstzrange(asked.begin, asked.finish) @> d.received_at and d.procedure_id is not null
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
  group by d.procedure_id) each_one
