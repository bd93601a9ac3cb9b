-- 2.1: handled, or in hand, within time, of the accepted dossiers received in the period. The end is
-- the result's moment, else the closing's, else a pending first request's, else the end of what is
-- known. Time that the applicant took to supplement is subtracted (wall clock); a second request of
-- any kind makes it late; a re-check of the same items does not.
, requests as (
  select r.dossier_id,
    count(*) filter (where not r.recheck) as asked,
    coalesce(sum(extract(epoch from r.answered_at - r.requested_at)), 0) as waited,
    min(r.requested_at) filter (where r.answered_at is null) as pending
  from supplement_request r join dossier d on d.id = r.dossier_id, asked
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish
  group by r.dossier_id)
select count(*) filter (
    where coalesce(r.asked, 0) <= 1
      and (d.original_due_at is null
        or coalesce(d.finished_at, d.closed_at, r.pending, asked.present)
             - make_interval(secs => coalesce(r.waited, 0)::double precision)
           <= d.original_due_at)),
  count(*)
from asked, dossier d left join requests r on r.dossier_id = d.id
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
