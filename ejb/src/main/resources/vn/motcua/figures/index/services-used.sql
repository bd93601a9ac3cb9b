-- 3.2: online services with at least one dossier filed online in the period, of the online services.
, service as (
  select p.id
  from asked
  join dataset s on s.id = asked.dataset
  join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
  join procedure_version v on v.procedure_id = p.id
    and v.valid_from <= (asked.present at time zone s.zone)::date
    and v.valid_to > (asked.present at time zone s.zone)::date
  where v.online_level in ('FULL', 'PARTIAL')),
used as (
  select distinct d.procedure_id
  from asked, dossier d
  where d.dataset_id = asked.dataset and d.channel = 'ONLINE' and d.received_at >= asked.begin
    and d.received_at < asked.finish and d.state <> 'VOIDED')
select count(u.procedure_id), count(*)
from service left join used u on u.procedure_id = service.id
