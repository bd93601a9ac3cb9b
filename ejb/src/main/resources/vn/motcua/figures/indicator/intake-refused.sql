-- Refused before acceptance, at the counter and online, of all that came to a decision.
select body, count(*) filter (where refused) as numerator, count(*) as denominator
from (
  select r.branch_id as body, true as refused
  from asked, reception_refusal r
  where r.dataset_id = asked.dataset and r.refused_at >= asked.begin
    and r.refused_at < asked.finish
  union all
  select s.branch_id, true
  from asked, submission s
  where s.dataset_id = asked.dataset and s.state = 'REFUSED' and s.decided_at >= asked.begin
    and s.decided_at < asked.finish
  union all
  select coalesce(d.branch_id, 0), false
  from asked, dossier d
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish and d.state <> 'VOIDED') decided
group by 1
