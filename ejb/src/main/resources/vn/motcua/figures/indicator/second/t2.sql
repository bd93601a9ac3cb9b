-- All entries less those that were seen too late.
select 0 as body, count(*) - sum(late) as numerator, count(*) as denominator
from (
  select case when t.recorded_at > t.occurred_at + make_interval(hours => 24) then 1 else 0 end as late
  from asked, dossier_transition t
  where t.dataset_id = asked.dataset
    and tstzrange(asked.begin, asked.finish) @> t.occurred_at
    and (select kind from dataset where id = asked.dataset) = 'CITY') entry
