-- 1.4: dossiers that the national portal has as synchronised, of the larger of what its report system
-- and the portal received; of the months that lie in the period, as entered with their source.
, months as (
  select distinct on (n.month) n.synchronised, n.reported, n.portal
  from asked join dataset s on s.id = asked.dataset
  join national_count n on n.dataset_id = s.id
    and n.month >= (asked.begin at time zone s.zone)::date
    and n.month + interval '1 month' <= (asked.finish at time zone s.zone)::date
  order by n.month, n.id desc)
select coalesce(sum(synchronised), 0), greatest(coalesce(sum(reported), 0), coalesce(sum(portal), 0))
from months
