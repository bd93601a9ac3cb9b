-- All copies less those on paper.
select count(*) - coalesce(sum(case when c.electronic then 0 else 1 end), 0), count(*)
from asked join certification_entry c on c.dataset_id = asked.dataset
where tstzrange(asked.begin, asked.finish) @> c.occurred_at and c.book <> 'SIGNATURE'
