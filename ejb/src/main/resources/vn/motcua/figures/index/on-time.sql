-- 2.1: handled, or in hand, within time, of the accepted dossiers received in the period. The end is
-- the result's moment, else the closing's, else a pending first request's, else the end of what is
-- known. Subtracted (wall clock, what overlaps once): the time that the applicant took to supplement,
-- and lawful pauses begun in time, as on the dossier's own clock of QĐ 766: the formula names the
-- supplement alone, but the status “financial obligation” stops the portal's clock too. A second
-- request of any kind makes it late; a re-check of the same items does not.
, requests as (
  select r.dossier_id,
    count(*) filter (where not r.recheck) as asked,
    min(r.requested_at) filter (where r.answered_at is null) as pending
  from supplement_request r join dossier d on d.id = r.dossier_id, asked
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish
  group by r.dossier_id),
stretches (dossier_id, stretch) as (
  select r.dossier_id, tstzrange(r.requested_at, r.answered_at)
  from supplement_request r join dossier d on d.id = r.dossier_id, asked
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish and r.answered_at > r.requested_at
  union all
  select p.dossier_id, tstzrange(p.occurred_at, greatest(p.occurred_at, least(asked.present, coalesce((
      select n.occurred_at from dossier_transition n
      where n.dossier_id = p.dossier_id and n.sequence > p.sequence
        and n.kind in ('RESUMED', 'FINISHED', 'CLOSED')
      order by n.sequence limit 1), 'infinity'))))
  from dossier_transition p join dossier d on d.id = p.dossier_id, asked
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish and p.kind = 'PAUSED' and p.lawful
    and (d.due_at is null or p.occurred_at <= d.due_at)),
waits as (
  select dossier_id, sum(upper(piece) - lower(piece)) as waited
  from (select dossier_id, unnest(range_agg(stretch)) as piece from stretches group by 1) pieces
  group by dossier_id)
select count(*) filter (
    where coalesce(r.asked, 0) <= 1
      and (d.original_due_at is null
        or coalesce(d.finished_at, d.closed_at, r.pending, asked.present)
             - coalesce(w.waited, interval '0') <= d.original_due_at)),
  count(*)
from asked, dossier d
left join requests r on r.dossier_id = d.id
left join waits w on w.dossier_id = d.id
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
