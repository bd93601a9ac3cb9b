-- 3.6: paid online, of the dossiers received in the period from which something was asked.
select count(distinct d.id) filter (where p.method = 'ONLINE'), count(distinct d.id)
from asked, dossier d
join payment_request q on q.dossier_id = d.id and q.cancelled_at is null
left join payment p on p.request_id = q.id and p.voided_at is null
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
