-- Papers that the applicant need not bring because their data is held, of all papers of the dossiers
-- received.
select (d.received_at at time zone asked.zone)::date as day, coalesce(d.branch_id, 0) as body,
  d.field_id, '' as side, null::bigint as minutes,
  count(*) filter (where p.custody = 'HELD_ALREADY') as numerator, count(*) as denominator
from asked, dossier d join dossier_paper p on p.dossier_id = d.id
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
group by 1, 2, 3
