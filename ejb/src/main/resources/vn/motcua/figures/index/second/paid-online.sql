-- Dossiers of requests that stand, each with whether any standing payment of it was made online.
select count(*) filter (where online), count(*)
from (
  select q.dossier_id, bool_or(coalesce(
    exists (select from payment p where p.request_id = q.id and p.method = 'ONLINE' and p.voided_at is null),
    false)) as online
  from payment_request q, dossier d, asked
  where q.cancelled_at is null and d.id = q.dossier_id and d.dataset_id = asked.dataset
    and tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
  group by q.dossier_id) each_one
