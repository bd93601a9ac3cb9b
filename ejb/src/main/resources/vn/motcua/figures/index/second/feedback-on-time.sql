-- All less those late: settled after their moment, or waiting past it.
select count(*) - count(*) filter (
    where f.state in ('REFUSED', 'FORWARDED') and f.classified_at > f.answer_due_at
      or f.state not in ('REFUSED', 'FORWARDED') and f.answered_at > f.answer_due_at
      or f.state not in ('REFUSED', 'FORWARDED') and f.answered_at is null and f.due_at < asked.present),
  count(*)
from asked join feedback f on f.dataset_id = asked.dataset
where tstzrange(asked.begin, asked.finish) @> f.received_at
