-- Received dossiers less those filed otherwise and those whose result is on paper only.
select count(*) - count(*) filter (where d.channel <> 'ONLINE' or d.finished_at is not null and e.files = 0),
  count(*)
from asked join dossier d on d.dataset_id = asked.dataset
cross join lateral (
  select count(r.file_id) as files from result_document r where r.dossier_id = d.id) e
where tstzrange(asked.begin, asked.finish) @> d.received_at
  and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
