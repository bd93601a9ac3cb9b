-- Received dossiers joined with their papers from the national store.
select count(distinct x.dossier_id), count(distinct d.id)
from asked join dossier d on d.dataset_id = asked.dataset
left join (
  select p.dossier_id from digital_paper g join dossier_paper p on p.id = g.paper_id where g.national_store is true) x
  on x.dossier_id = d.id
where tstzrange(asked.begin, asked.finish) @> d.received_at
  and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
