-- Filings that wait beyond eight working hours; as of now.
select s.branch_id as body,
  count(*) filter (where s.decide_by < asked.present) as numerator, count(*) as denominator
from asked, submission s
where s.dataset_id = asked.dataset and s.state = 'WAITING'
group by 1
