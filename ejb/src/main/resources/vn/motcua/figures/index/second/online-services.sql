-- Procedures whose level is known less those without an online service.
select count(*) - count(*) filter (where v.online_level = 'NONE'), count(*)
from asked, dataset s, procedure p, procedure_version v
where s.id = asked.dataset
  and p.dataset_id = case when s.reference_id is null then s.id else s.reference_id end
  and v.procedure_id = p.id and length(v.online_level) > 0
  and daterange(v.valid_from, v.valid_to) @> (asked.present at time zone s.zone)::date
