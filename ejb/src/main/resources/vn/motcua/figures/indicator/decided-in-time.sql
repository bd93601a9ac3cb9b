-- Filings decided in the period, by the end of the clock of their last wait.
select s.branch_id as body,
  count(*) filter (where s.decided_at <= s.decide_by) as numerator, count(*) as denominator
from asked, submission s
where s.dataset_id = asked.dataset and s.decided_at >= asked.begin and s.decided_at < asked.finish
group by 1
