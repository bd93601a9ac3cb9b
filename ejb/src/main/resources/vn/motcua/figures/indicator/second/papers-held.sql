-- All papers less those that were handed in or shown; by the receipt of the history.
select (r.received_at at time zone asked.zone)::date as day, coalesce(r.branch_id, 0) as body,
  r.field_id, '' as side, null::bigint as minutes,
  case when p.custody in ('KEPT', 'SEEN_RETURNED') then 0 else 1 end as numerator, 1 as denominator
from asked, dossier_paper p, dossier r
where r.id = p.dossier_id and r.dataset_id = asked.dataset
  and tstzrange(asked.begin, asked.finish) @> r.received_at
  and r.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
