-- 1.2: of the procedures with a publishing decision dated in the period that had to be public by now:
-- all made public within the working days after the decision. Not yet public and not yet due: on
-- neither side. The whole authority only.
, decided as (
  select v.procedure_id, v.published_at, t.working_days,
    (select count(distinct (w.starts_at at time zone s.zone)::date) from working_span w
     where (w.starts_at at time zone s.zone)::date > v.decided_on
       and (w.starts_at at time zone s.zone)::date
         <= (coalesce(v.published_at, asked.present) at time zone s.zone)::date) as took
  from asked
  join dataset s on s.id = asked.dataset
  join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
  join procedure_version v on v.procedure_id = p.id
    and v.decided_on >= (asked.begin at time zone s.zone)::date
    and v.decided_on < (asked.finish at time zone s.zone)::date
  join index_term t on t.component = 'UPDATED_ON_TIME'
    and t.valid_from <= v.decided_on and t.valid_to > v.decided_on)
select count(*) filter (where in_time), count(*)
from (
  select procedure_id, bool_and(took <= working_days) as in_time
  from decided where published_at is not null or took > working_days
  group by procedure_id) once
