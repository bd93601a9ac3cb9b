-- Dossiers received under a version of their procedure that was delegated on the day of receipt, and all.
select body, sum(numerator) as numerator, sum(denominator) as denominator
from (
  select d.unit_id as body, 0 as numerator, 1 as denominator
  from asked, dossier d
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish and d.state <> 'VOIDED'
  union all
  select d.unit_id, 1, 0
  from asked, dossier d
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish and d.state <> 'VOIDED'
    and exists (
      select from procedure_version v
      where v.procedure_id = d.procedure_id and v.delegated_to <> ''
        and v.valid_from <= (d.received_at at time zone asked.zone)::date
        and v.valid_to > (d.received_at at time zone asked.zone)::date
        and v.delegated_from <= (d.received_at at time zone asked.zone)::date)) counted_apart
group by body
