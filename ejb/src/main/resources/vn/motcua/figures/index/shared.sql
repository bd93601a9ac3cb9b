-- 4.4: with at least one paper from the national personal store, of the dossiers received in the
-- period. Results put into the store are not counted: nothing synchronises them yet.
select count(*) filter (
    where exists (
      select 1 from dossier_paper p join digital_paper g on g.paper_id = p.id
      where p.dossier_id = d.id and g.national_store)),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
