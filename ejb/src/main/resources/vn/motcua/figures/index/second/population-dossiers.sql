-- Received dossiers with an intake less those whose answers do not say that the person was found.
select count(*) - count(*) filter (where not coalesce((i.answers ->> 'du-lieu-dan-cu') = 'true', false)),
  count(i.dossier_id)
from dossier_intake i, dossier d, asked
where d.id = i.dossier_id and d.dataset_id = asked.dataset
  and tstzrange(asked.begin, asked.finish) @> d.received_at
  and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
