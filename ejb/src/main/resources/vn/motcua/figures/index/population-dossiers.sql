-- 4.5: the person was found in the national population database, of the dossiers received at a
-- counter or online in the period.
select count(*) filter (where i.answers ->> 'du-lieu-dan-cu' = 'true'), count(*)
from asked, dossier d join dossier_intake i on i.dossier_id = d.id
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
