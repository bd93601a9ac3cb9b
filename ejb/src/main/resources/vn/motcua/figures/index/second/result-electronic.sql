-- Finished dossiers joined with the electronic files of their results.
select count(distinct r.dossier_id), count(distinct d.id)
from asked join dossier d on d.dataset_id = asked.dataset
left join result_document r on r.dossier_id = d.id and r.file_id is not null
where tstzrange(asked.begin, asked.finish) @> d.finished_at
  and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
