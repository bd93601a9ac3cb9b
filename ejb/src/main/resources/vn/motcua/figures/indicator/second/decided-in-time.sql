-- Less those decided too late.
select s.branch_id as body, count(*) - count(nullif(s.decided_at > s.decide_by, false)) as numerator,
  count(s.decided_at) as denominator
from asked join submission s on s.dataset_id = asked.dataset
where tstzrange(asked.begin, asked.finish) @> s.decided_at
group by s.branch_id
