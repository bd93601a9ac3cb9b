-- The same from numbers of papers and of files.
select count(*) filter (where papers > 0 and (finished_at is null or files > 0)), count(*)
from (
  select d.finished_at,
    (select count(*) from digital_paper g join dossier_paper p on p.id = g.paper_id
     where p.dossier_id = d.id and g.digitised is true) as papers,
    (select count(r.file_id) from result_document r where r.dossier_id = d.id) as files
  from asked join dossier d on d.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')) each_one
