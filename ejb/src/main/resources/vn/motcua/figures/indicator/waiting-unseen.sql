-- Filings that wait and that nobody looked at within two working hours; as of now.
select s.branch_id as body,
  count(*) filter (where s.seen_at is null and s.see_by < asked.present) as numerator,
  count(*) as denominator
from asked, submission s
where s.dataset_id = asked.dataset and s.state = 'WAITING'
group by 1
