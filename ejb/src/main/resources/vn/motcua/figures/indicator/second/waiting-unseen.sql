-- Less those that were seen, or whose two hours are not over.
select s.branch_id as body,
  count(*) - count(*) filter (where s.seen_at is not null or s.see_by >= asked.present) as numerator,
  count(*) as denominator
from asked join submission s on s.dataset_id = asked.dataset
where s.state not in ('EDIT_ASKED', 'ACCEPTED', 'REFUSED')
group by s.branch_id
