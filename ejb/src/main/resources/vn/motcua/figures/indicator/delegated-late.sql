-- Of the dossiers of delegated procedures first due in the period: ended after the moment that they
-- were due at, or open past it. A lawful pause or restart moves that moment; nothing is late while
-- such a pause, begun in time, lasts.
select d.unit_id as body,
  count(*) filter (
    where coalesce(d.finished_at, d.closed_at, asked.present) > d.due_at
      and not exists (
        select from dossier_transition p
        where p.dossier_id = d.id and p.kind = 'PAUSED' and p.lawful
          and p.occurred_at <= d.due_at and not exists (
            select from dossier_transition r
            where r.dossier_id = d.id and r.kind = 'RESUMED' and r.sequence > p.sequence))) as numerator,
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
