-- Entries that no later one of the same month replaces.
select coalesce(sum(n.synchronised), 0),
  case when sum(n.reported) > sum(n.portal) then sum(n.reported) else coalesce(sum(n.portal), 0) end
from asked, dataset s, national_count n
where s.id = asked.dataset and n.dataset_id = s.id
  and daterange((asked.begin at time zone s.zone)::date, (asked.finish at time zone s.zone)::date)
      @> daterange(n.month, (n.month + interval '1 month')::date)
  and not exists (
    select from national_count o
    where o.dataset_id = n.dataset_id and o.month = n.month and o.id > n.id)
