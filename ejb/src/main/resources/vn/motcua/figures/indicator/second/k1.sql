-- One line for each case and each dossier. From each branch downwards, day by day, to the places below
-- it; whoever is under none stands for itself where it is a place that receives.
with recursive line as (
  select said.unit_id, said.day
  from asked, (
    select f.dataset_id, f.judged_unit_id as unit_id, f.conduct_on as day from feedback f
    where f.class = 'CONDUCT' and coalesce(f.upheld, false)
    union all
    select p.dataset_id, p.about_unit_id, p.conduct_on from petition p
    where p.about_conduct and p.kind <> 'DENUNCIATION'
      and coalesce(p.outcome, '') not in ('', 'REJECTED', 'WITHDRAWN', 'NOT_ACCEPTED')) said
  where said.dataset_id = asked.dataset
    and said.day between (asked.begin at time zone asked.zone)::date
                     and (asked.finish at time zone asked.zone)::date - 1),
there as (
  select u.id, coalesce(u.lineage_id, u.id) as first_id, above.first_id as above_id, d.day,
    u.kind = 'BRANCH' as branch
  from (select distinct day from line) d
  join unit u on daterange(u.valid_from, u.valid_to) @> d.day
  left join lateral (
    select coalesce(a.lineage_id, a.id) as first_id from unit a where a.id = u.parent_id) above on true
  where u.kind not in ('CENTRE', 'COMMUNE', 'DISTRICT', 'DEPARTMENT', 'OFFICE')),
under as (
  select id as branch_id, first_id, day from there where branch
  union
  select w.branch_id, t.first_id, t.day
  from under w join there t on t.above_id = w.first_id and t.day = w.day and not t.branch)
select line.day, coalesce(w.branch_id, own.id, 0) as body, 0 as field_id, '' as side,
  null::bigint as minutes, 1 as numerator, 0 as denominator
from line
left join unit said on said.id = line.unit_id
left join under w on w.first_id = coalesce(said.lineage_id, said.id) and w.day = line.day
left join there own on own.first_id = coalesce(said.lineage_id, said.id) and own.day = line.day
union all
select (d.received_at at time zone asked.zone)::date, coalesce(d.branch_id, 0), 0, '', null, 0, 1
from asked, dossier d
where d.dataset_id = asked.dataset and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
  and (d.received_at at time zone asked.zone)::date
    between (asked.begin at time zone asked.zone)::date and (asked.finish at time zone asked.zone)::date - 1
