-- Less those whose eight hours are not over.
select s.branch_id as body,
  sum(case when s.decide_by >= asked.present then 0 else 1 end) as numerator, count(*) as denominator
from asked join submission s on s.dataset_id = asked.dataset
where s.state not in ('EDIT_ASKED', 'ACCEPTED', 'REFUSED')
group by s.branch_id
