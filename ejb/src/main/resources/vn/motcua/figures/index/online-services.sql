-- 3.1: procedures with an online service, in part or in full, of the procedures in force whose level
-- is on record. One whose level is not known is counted on neither side.
, force as (
  select p.id, v.online_level
  from asked
  join dataset s on s.id = asked.dataset
  join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
  join procedure_version v on v.procedure_id = p.id
    and v.valid_from <= (asked.present at time zone s.zone)::date
    and v.valid_to > (asked.present at time zone s.zone)::date
  where v.online_level <> '')
select count(*) filter (where online_level in ('FULL', 'PARTIAL')), count(*) from force
