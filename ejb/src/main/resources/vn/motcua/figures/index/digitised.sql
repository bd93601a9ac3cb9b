-- 4.2: at least one paper confirmed as digitised and, where a result is there, an electronic one; of
-- the dossiers received in the period.
select count(*) filter (
    where exists (
        select 1 from dossier_paper p join digital_paper g on g.paper_id = p.id
        where p.dossier_id = d.id and g.digitised)
      and (d.finished_at is null
        or exists (select 1 from result_document r where r.dossier_id = d.id and r.file_id is not null))),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
