-- Dossier by dossier: its end, and every border of a wait; between two borders it waited or not.
, accepted as (
  select d.*, asked.present,
    (select count(*) from supplement_request q where q.dossier_id = d.id and q.recheck is false) as asked_for,
    case when d.finished_at is not null then d.finished_at
         when d.closed_at is not null then d.closed_at
         else coalesce((select min(q.requested_at) from supplement_request q
                        where q.dossier_id = d.id and q.answered_at is null), asked.present)
    end as ended
  from asked join dossier d on d.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')),
waiting as (
  select q.dossier_id, q.requested_at as since, q.answered_at as until
  from accepted a join supplement_request q on q.dossier_id = a.id
  union all
  select t.dossier_id, t.occurred_at, least(a.present, coalesce((
      select (array_agg(n.occurred_at order by n.sequence))[1] from dossier_transition n
      where n.dossier_id = a.id and n.sequence > t.sequence
        and n.kind not in ('RECEIVED', 'STEP', 'PAUSED', 'DUE_MOVED', 'REOPENED', 'VOIDED',
          'REATTRIBUTED', 'CORRECTED', 'RETURNED', 'OBSERVED', 'SUPPLEMENT_REQUESTED', 'RATED')),
      'infinity'))
  from accepted a join dossier_transition t on t.dossier_id = a.id
  where t.kind = 'PAUSED' and t.lawful is true
    and not (t.occurred_at > coalesce(a.due_at, 'infinity'))),
borders as (
  select dossier_id, at, lead(at) over (partition by dossier_id order by at) as next_at
  from (select dossier_id, since as at from waiting union select dossier_id, until from waiting) edge
  where at is not null)
select coalesce(sum(case
    when asked_for > 1 then 0
    when original_due_at is null then 1
    when ended - coalesce((
        select sum(b.next_at - b.at) from borders b
        where b.dossier_id = a.id and b.next_at is not null and exists (
          select from waiting w
          where w.dossier_id = a.id and w.since <= b.at and w.until >= b.next_at)), interval '0')
      > original_due_at then 0
    else 1 end), 0),
  count(*)
from accepted a
