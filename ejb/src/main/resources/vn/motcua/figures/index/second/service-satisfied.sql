-- A point for each dossier, less one if it is late, less one if somebody was unhappy.
select coalesce(sum(1
    - case when ended > due_at and not (stopped <= due_at) then 1 else 0 end
    - case when unhappy > 0 then 1 else 0 end), 0),
  count(*)
from (
  select d.due_at,
    case when d.finished_at is not null then d.finished_at
         when d.closed_at is not null then d.closed_at else asked.present end as ended,
    coalesce((
      select min(p.occurred_at) from dossier_transition p
      where p.dossier_id = d.id and p.kind = 'PAUSED' and p.lawful
        and p.sequence > coalesce((
          select max(r.sequence) from dossier_transition r
          where r.dossier_id = d.id and r.kind = 'RESUMED'), 0)), 'infinity') as stopped,
    (select count(*) from rating g, unnest(g.answers) a where g.dossier_id = d.id and a between 1 and 2)
    + (select count(*) from feedback f where f.dossier_id = d.id) as unhappy
  from asked join dossier d on d.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')) each_one
