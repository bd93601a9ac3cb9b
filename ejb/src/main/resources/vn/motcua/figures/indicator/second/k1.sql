-- One line for each case and each dossier, then added up.
select 0 as body, coalesce(sum(n), 0) as numerator, coalesce(sum(m), 0) as denominator
from (
  select 1 as n, 0 as m, f.dataset_id, f.conduct_on as day from feedback f
  where f.class = 'CONDUCT' and coalesce(f.upheld, false)
  union all
  select 1, 0, p.dataset_id, p.conduct_on from petition p
  where p.about_conduct and p.kind <> 'DENUNCIATION'
    and coalesce(p.outcome, '') not in ('', 'REJECTED', 'WITHDRAWN', 'NOT_ACCEPTED')
  union all
  select 0, 1, d.dataset_id, (d.received_at at time zone asked.zone)::date
  from dossier d, asked where d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')) line, asked
where line.dataset_id = asked.dataset
  and line.day between (asked.begin at time zone asked.zone)::date
                   and (asked.finish at time zone asked.zone)::date - 1
