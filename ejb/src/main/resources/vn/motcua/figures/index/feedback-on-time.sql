-- 5.2: answered, refused or forwarded by its due moment, or in hand and not yet due; of the feedback
-- received in the period. What was refused while its sender was to supplement it has no due moment.
select count(*) filter (
    where case
        when f.state in ('REFUSED', 'FORWARDED')
        then f.answer_due_at is null or f.classified_at <= f.answer_due_at
        when f.answered_at is not null
        then f.answer_due_at is null or f.answered_at <= f.answer_due_at
        else f.due_at is null or f.due_at >= asked.present end),
  count(*)
from asked, feedback f
where f.dataset_id = asked.dataset and f.received_at >= asked.begin
  and f.received_at < asked.finish
