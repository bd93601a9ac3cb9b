-- 3.3: filed online, and where a result is there it is an electronic file, of the dossiers received.
-- Its points are multiplied by the share of synchronised dossiers (1.4) in IndexService.
select count(*) filter (
    where d.channel = 'ONLINE'
      and (d.finished_at is null
        or exists (select 1 from result_document r where r.dossier_id = d.id and r.file_id is not null))),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
