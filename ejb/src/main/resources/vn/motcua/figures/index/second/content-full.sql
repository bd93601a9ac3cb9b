-- Procedures in force less those that lack something.
, day as (
  select case when s.reference_id is null then s.id else s.reference_id end as catalogue,
    (asked.present at time zone s.zone)::date as of
  from asked join dataset s on s.id = asked.dataset)
select count(*) - count(*) filter (
    where v.name = '' or v.competent_agency = '' or coalesce(array_length(v.channels, 1), 0) = 0
      or v.id not in (select l.version_id from procedure_limit l)
      or p.id not in (
        select c.procedure_id from procedure_component c, day where c.valid_from <= day.of)
      or p.id not in (
        select i.procedure_id from internal_process i, day
        where daterange(i.valid_from, i.valid_to) @> day.of)),
  count(*)
from day join procedure p on p.dataset_id = day.catalogue
join procedure_version v on v.procedure_id = p.id and daterange(v.valid_from, v.valid_to) @> day.of
