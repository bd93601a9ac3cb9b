-- For each dossier its opinions, less those that came in time or may still come.
select d.unit_id as body, sum(l.n + b.n - l.kept - b.kept) as numerator, sum(l.n + b.n) as denominator
from asked join dossier d on d.dataset_id = asked.dataset
cross join lateral (
  select count(*) as n, count(*) filter (
    where o.answered_at <= o.due_at or o.answered_at is null and asked.present <= o.due_at) as kept
  from opinion_request o
  where o.dossier_id = d.id and tstzrange(asked.begin, asked.finish) @> o.asked_at) l
cross join lateral (
  select count(*) as n, count(*) filter (
    where t.completed_at <= t.due_at or t.completed_at is null and asked.present <= t.due_at) as kept
  from dossier_task t
  where t.dossier_id = d.id and t.beside_id is not null and t.due_at > '-infinity'
    and tstzrange(asked.begin, asked.finish) @> t.begun_at
    and not (t.abandoned or t.ending = 'WAIVED')) b
where l.n + b.n > 0
group by d.unit_id
