-- 4.2b: electronic among the copies certified from originals in the period, each entry of the book
-- once.
select count(*) filter (where c.electronic), count(*)
from asked, certification_entry c
where c.dataset_id = asked.dataset and c.book = 'COPY'
  and c.occurred_at >= asked.begin and c.occurred_at < asked.finish
