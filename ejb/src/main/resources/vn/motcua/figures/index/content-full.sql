-- 1.3: with name, order of steps, manner, papers, time limit and agency on record, of the procedures
-- in force; as of now. Number of sets and subject have no column yet and are not asked for.
, force as (
  select p.id, v.id as version_id, v.name, v.competent_agency, v.channels,
    (asked.present at time zone s.zone)::date as today
  from asked
  join dataset s on s.id = asked.dataset
  join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
  join procedure_version v on v.procedure_id = p.id
    and v.valid_from <= (asked.present at time zone s.zone)::date
    and v.valid_to > (asked.present at time zone s.zone)::date)
select count(*) filter (
    where name <> '' and competent_agency <> '' and cardinality(channels) > 0
      and exists (select from procedure_limit l where l.version_id = force.version_id)
      and exists (
        select from procedure_component c
        where c.procedure_id = force.id and c.valid_from <= force.today)
      and exists (
        select from internal_process i
        where i.procedure_id = force.id and i.valid_from <= force.today
          and i.valid_to > force.today)),
  count(*)
from force
