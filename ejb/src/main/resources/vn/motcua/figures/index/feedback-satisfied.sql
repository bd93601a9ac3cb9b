-- 5.3: neither disliked (1 or 2), nor taken up again, nor late; of the feedback received in the period.
select count(*) filter (
    where coalesce(f.satisfied, 5) > 2 and f.reopened = 0
      and case
        when f.state in ('REFUSED', 'FORWARDED')
        then f.answer_due_at is null or f.classified_at <= f.answer_due_at
        when f.answered_at is not null
        then f.answer_due_at is null or f.answered_at <= f.answer_due_at
        else f.due_at is null or f.due_at >= asked.present end),
  count(*)
from asked, feedback f
where f.dataset_id = asked.dataset and f.received_at >= asked.begin
  and f.received_at < asked.finish
