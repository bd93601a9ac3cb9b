-- Refusals and receipts counted apart for each branch, then put together.
select body, sum(refused) as numerator, sum(refused) + sum(taken) as denominator
from (
  select coalesce(d.branch_id, 0) as body, 0 as refused, count(*) as taken
  from asked join dossier d on d.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> d.received_at
    and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
  group by 1
  union all
  select r.branch_id, count(*), 0
  from asked join reception_refusal r on r.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> r.refused_at
  group by 1
  union all
  select s.branch_id, count(nullif(s.state = 'REFUSED', false)), 0
  from asked join submission s on s.dataset_id = asked.dataset
  where tstzrange(asked.begin, asked.finish) @> s.decided_at
  group by 1) both_sides
group by body having sum(refused) + sum(taken) > 0
