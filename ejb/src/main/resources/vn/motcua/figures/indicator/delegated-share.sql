-- Dossiers received under a version of their procedure that was delegated on the day of receipt.
select d.unit_id as body,
  count(*) filter (where exists (
    select from procedure_version v
    where v.procedure_id = d.procedure_id and v.delegated_to <> ''
      and v.valid_from <= (d.received_at at time zone asked.zone)::date
      and v.valid_to > (d.received_at at time zone asked.zone)::date
      and v.delegated_from <= (d.received_at at time zone asked.zone)::date)) as numerator,
  count(*) as denominator
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
group by 1
