-- 5.2: answered by its due moment, refused or forwarded, or in hand and not yet due; of the feedback
-- received in the period.
select count(*) filter (
    where case when f.answered_at is not null
        then f.answer_due_at is null or f.answered_at <= f.answer_due_at
        else f.state in ('REFUSED', 'FORWARDED') or f.due_at is null or f.due_at >= asked.present end),
  count(*)
from asked, feedback f
where f.dataset_id = asked.dataset and f.received_at >= asked.begin
  and f.received_at < asked.finish
