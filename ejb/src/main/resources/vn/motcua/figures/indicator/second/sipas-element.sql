-- From the rating itself, not from the history.
select (g.given_at at time zone asked.zone)::date as day, coalesce(d.branch_id, 0) as body,
  d.field_id, '' as side, null::bigint as minutes,
  count(*) filter (where a.answer in (4, 5)) as numerator, count(*) as denominator
from asked, rating g join dossier d on d.id = g.dossier_id
cross join lateral unnest(g.answers) with ordinality a (answer, place)
where d.dataset_id = asked.dataset and d.state <> 'VOIDED' and a.place = :element
  and a.answer between 1 and 5 and g.given_at >= asked.begin and g.given_at < asked.finish
group by 1, 2, 3
