-- Day by day: a count of the class beside one of all classes.
select d.day::date as day, 0 as body, 0 as field_id, '' as side, null::bigint as minutes,
  count(f.class) filter (where f.class in (':element')) as numerator, count(*) as denominator
from asked
cross join generate_series((asked.begin at time zone asked.zone)::date,
  (asked.finish at time zone asked.zone)::date - 1, interval '1 day') d (day)
join feedback f on f.dataset_id = asked.dataset
  and f.received_at >= d.day::date::timestamp at time zone asked.zone
  and f.received_at < (d.day::date + 1)::timestamp at time zone asked.zone
group by d.day
