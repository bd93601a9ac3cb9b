-- Upheld feedback and (partly) upheld complaints about conduct by the day of the conduct, of the
-- dossiers accepted on the same days; at the branch that answered for the judged body on that day. An
-- agency's conduct is no branch's. Denunciations are no figure of a service.
select upheld.day, coalesce(answering_branch(upheld.unit_id, upheld.day), 0) as body, 0 as field_id,
  '' as side, null::bigint as minutes, 1 as numerator, 0 as denominator
from (
  select f.conduct_on as day, f.judged_unit_id as unit_id
  from asked, feedback f
  where f.dataset_id = asked.dataset and f.class = 'CONDUCT' and f.upheld
    and f.conduct_on >= (asked.begin at time zone asked.zone)::date
    and f.conduct_on < (asked.finish at time zone asked.zone)::date
  union all
  select p.conduct_on, p.about_unit_id
  from asked, petition p
  where p.dataset_id = asked.dataset and p.kind = 'COMPLAINT' and p.about_conduct
    and p.outcome in ('UPHELD', 'PARTLY_UPHELD')
    and p.conduct_on >= (asked.begin at time zone asked.zone)::date
    and p.conduct_on < (asked.finish at time zone asked.zone)::date) upheld
union all
select (d.received_at at time zone asked.zone)::date, coalesce(d.branch_id, 0), 0, '', null, 0, count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.state <> 'VOIDED' and d.received_at >= asked.begin
  and d.received_at < asked.finish
group by 1, 2
