-- Of the dossiers of delegated procedures first due in the period: ended after it, or open past it.
select d.unit_id as body,
  count(*) filter (
    where coalesce(d.finished_at, d.closed_at, asked.present) > d.original_due_at) as numerator,
  count(*) as denominator
from asked, dossier d
where d.dataset_id = asked.dataset and d.original_due_at >= asked.begin
  and d.original_due_at < asked.finish and d.state <> 'VOIDED'
  and exists (
    select from procedure_version v
    where v.procedure_id = d.procedure_id and v.delegated_to <> ''
      and v.valid_from <= (d.received_at at time zone asked.zone)::date
      and v.valid_to > (d.received_at at time zone asked.zone)::date
      and v.delegated_from <= (d.received_at at time zone asked.zone)::date)
group by 1
