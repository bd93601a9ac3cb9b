-- 4.3: with at least one paper taken from an earlier dossier, of the dossiers received in the period.
select count(*) filter (
    where exists (
      select 1 from dossier_paper p join digital_paper g on g.paper_id = p.id
      where p.dossier_id = d.id and g.reused_from is not null)),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
