-- 4.1: with an electronic file of the result, of the dossiers whose result was ready in the period.
select count(*) filter (
    where exists (
      select 1 from result_document r where r.dossier_id = d.id and r.file_id is not null)),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.finished_at >= asked.begin
  and d.finished_at < asked.finish and d.state <> 'VOIDED'
