-- 4.5, second part: procedures with such a dossier, of the procedures with dossiers in the period.
select count(distinct d.procedure_id) filter (where i.answers ->> 'du-lieu-dan-cu' = 'true'),
  count(distinct d.procedure_id)
from asked, dossier d join dossier_intake i on i.dossier_id = d.id
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
