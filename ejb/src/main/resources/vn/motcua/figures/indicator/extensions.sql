-- Of the dossiers whose first due moment fell into the period: those whose promise was moved.
select d.unit_id as body, count(e.dossier_id) as numerator, count(*) as denominator
from asked, dossier d left join dossier_extension e on e.dossier_id = d.id
where d.dataset_id = asked.dataset and d.original_due_at >= asked.begin
  and d.original_due_at < asked.finish and d.state <> 'VOIDED'
group by 1
