-- Procedures of such requests, each with how many standing online payments its dossiers had.
select count(*) filter (where payments > 0), count(*)
from (
  select d.procedure_id, sum((
    select count(*) from payment p
    where p.request_id = q.id and p.method = 'ONLINE' and p.voided_at is null)) as payments
  from asked join dossier d on d.dataset_id = asked.dataset
  join payment_request q on q.dossier_id = d.id and q.cancelled_at is null
  where tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED') and d.procedure_id is not null
  group by d.procedure_id) each_one
