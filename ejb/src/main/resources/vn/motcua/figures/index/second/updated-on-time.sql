-- The working days after each decision, numbered; late if the last allowed one passed before the
-- publication, or without one.
, decided as (
  select v.procedure_id, s.zone, t.working_days, v.decided_on,
    (v.published_at at time zone s.zone)::date as public_on,
    (asked.present at time zone s.zone)::date as today
  from asked, dataset s, procedure p, procedure_version v, index_term t
  where s.id = asked.dataset
    and p.dataset_id = case when s.reference_id is null then s.id else s.reference_id end
    and v.procedure_id = p.id
    and v.decided_on between (asked.begin at time zone s.zone)::date
                         and (asked.finish at time zone s.zone)::date - 1
    and t.component = 'UPDATED_ON_TIME' and daterange(t.valid_from, t.valid_to) @> v.decided_on),
judged as (
  select d.procedure_id, d.public_on,
    (select n.day from (
       select day, row_number() over (order by day) as number
       from (select distinct (w.starts_at at time zone d.zone)::date as day from working_span w) days
       where day > d.decided_on) n
     where n.number = d.working_days + 1) as too_late_on, d.today
  from decided d)
select count(distinct procedure_id) - count(distinct procedure_id) filter (
    where coalesce(public_on, today) >= too_late_on),
  count(distinct procedure_id)
from judged where public_on is not null or today >= too_late_on
