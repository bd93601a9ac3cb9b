-- 1.1: of the procedures now public with a publishing decision (quyết định công bố) dated in the
-- period: all of those decisions early enough before the newest “effective from” of their legal basis.
-- A decision without such a day can not be judged and is on neither side.
, judged as (
  select v.procedure_id,
    (select count(distinct (w.starts_at at time zone s.zone)::date) from working_span w
     where (w.starts_at at time zone s.zone)::date > v.decided_on
       and (w.starts_at at time zone s.zone)::date <= b.effective) >= t.working_days as early
  from asked
  join dataset s on s.id = asked.dataset
  join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
  join procedure_version v on v.procedure_id = p.id
    and v.decided_on >= (asked.begin at time zone s.zone)::date
    and v.decided_on < (asked.finish at time zone s.zone)::date
  join lateral (
    select max(l.valid_from) as effective from procedure_legal_basis l where l.version_id = v.id) b
    on b.effective is not null
  join index_term t on t.component = 'PUBLISHED_ON_TIME'
    and t.valid_from <= v.decided_on and t.valid_to > v.decided_on
  where exists (
    select from procedure_version n
    where n.procedure_id = p.id and n.published_at <= asked.present
      and n.valid_to > (asked.present at time zone s.zone)::date))
select count(*) filter (where early), count(*)
from (select procedure_id, bool_and(early) as early from judged group by procedure_id) once
