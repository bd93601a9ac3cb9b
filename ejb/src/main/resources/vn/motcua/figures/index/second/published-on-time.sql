-- The last day on which the decision was early enough, for each decision; a procedure with one that
-- came later is late.
, public as (
  select distinct v.procedure_id, s.zone
  from asked, dataset s, procedure p, procedure_version v
  where s.id = asked.dataset
    and p.dataset_id = case when s.reference_id is null then s.id else s.reference_id end
    and v.procedure_id = p.id and v.published_at <= asked.present
    and not (v.valid_to <= (asked.present at time zone s.zone)::date)),
decided as (
  select v.procedure_id, v.decided_on, max(l.valid_from) as effective, public.zone
  from public join procedure_version v on v.procedure_id = public.procedure_id
  join procedure_legal_basis l on l.version_id = v.id, asked
  where v.decided_on between (asked.begin at time zone public.zone)::date
                         and (asked.finish at time zone public.zone)::date - 1
  group by v.id, public.zone having max(l.valid_from) is not null),
late as (
  select d.procedure_id, t.working_days > (
    select count(*) from (
      select distinct (w.starts_at at time zone d.zone)::date as day from working_span w) days
    where daterange(d.decided_on, d.effective, '(]') @> days.day) as late
  from decided d join index_term t on t.component = 'PUBLISHED_ON_TIME'
    and daterange(t.valid_from, t.valid_to) @> d.decided_on
  where d.decided_on <= d.effective
  union all
  select d.procedure_id, true
  from decided d join index_term t on t.component = 'PUBLISHED_ON_TIME'
    and daterange(t.valid_from, t.valid_to) @> d.decided_on
  where d.decided_on > d.effective and t.working_days > 0)
select count(distinct procedure_id)
    - count(distinct case when late then procedure_id end),
  count(distinct procedure_id)
from late
