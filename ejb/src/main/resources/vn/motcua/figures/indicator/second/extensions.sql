-- Whether there is an extension, asked dossier by dossier.
select d.unit_id as body,
  sum((select count(*) from dossier_extension e where e.dossier_id = d.id)) as numerator,
  sum(1) as denominator
from asked join dossier d on d.dataset_id = asked.dataset
where tstzrange(asked.begin, asked.finish) @> d.original_due_at
  and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
group by d.unit_id
