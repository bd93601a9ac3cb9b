-- The flows of each day, in the shape of a roll-up's rows, for comparing cell by cell.
, flow as (
  select (start_at at time zone p.zone)::date as day, unit_id, field_id, channel, dated,
         case start_kind when 'RECEIVED' then 'received' when 'REATTRIBUTED' then 'transferred_in'
                         else 'reopened' end as flow
  from stint, p
  union all
  select (start_at at time zone p.zone)::date, unit_id, field_id, channel, dated, 'open_in'
  from stint, p
  union all
  select (end_at at time zone p.zone)::date, unit_id, field_id, channel, dated, 'open_out'
  from stint, p where end_at is not null
  union all
  select (end_at at time zone p.zone)::date, unit_id, field_id, channel, dated,
         case
           when end_kind = 'FINISHED' then lower(end_class) || '_' || lower(outcome)
           when end_kind = 'CLOSED' and end_class = 'LATE' then 'closed_after_due'
           when end_kind = 'CLOSED' then 'closed_before_due'
           when end_kind = 'VOIDED' then 'voided'
           else 'transferred_out'
         end
  from stint, p where end_at is not null
  union all
  select (i.from_at at time zone p.zone)::date, unit_id, field_id, channel, dated,
         lower(i.class) || '_in'
  from class_interval i join stint using (dossier_id, sequence) cross join p
  union all
  select (i.to_at at time zone p.zone)::date, unit_id, field_id, channel, dated,
         lower(i.class) || '_out'
  from class_interval i join stint using (dossier_id, sequence) cross join p
  where i.to_at is not null
),
kept as (
  select ?::date as from_day, ?::date as to_day, ?::bigint as horizon_id
),
recount as (
  select case when k.from_day = '-infinity' then f.day else greatest(f.day, k.from_day - 1) end
           as day,
         f.unit_id, f.field_id, f.channel, f.dated, f.flow, count(*) as n
  from flow f, kept k where f.day < k.to_day
  group by 1, 2, 3, 4, 5, 6
),
frozen as (
  select h.day, h.unit_id, h.field_id, h.channel, h.dated, v.flow, v.n
  from horizon_figure_day h
  join kept k on h.horizon_id = k.horizon_id
  cross join lateral (values
    ('open_in', open_in), ('open_out', open_out), ('within_in', within_in),
    ('within_out', within_out), ('paused_in', paused_in), ('paused_out', paused_out),
    ('overdue_in', overdue_in), ('overdue_out', overdue_out), ('received', received),
    ('transferred_in', transferred_in), ('reopened', reopened), ('early_granted', early_granted),
    ('early_refused', early_refused), ('on_time_granted', on_time_granted),
    ('on_time_refused', on_time_refused), ('late_granted', late_granted),
    ('late_refused', late_refused), ('undated_granted', undated_granted),
    ('undated_refused', undated_refused), ('closed_before_due', closed_before_due),
    ('closed_after_due', closed_after_due), ('voided', voided),
    ('transferred_out', transferred_out)) v (flow, n)
  where v.n <> 0
)
select coalesce(f.day, r.day) as day, coalesce(f.unit_id, r.unit_id) as unit_id,
       coalesce(f.field_id, r.field_id) as field_id, coalesce(f.channel, r.channel) as channel,
       coalesce(f.dated, r.dated) as dated, coalesce(f.flow, r.flow) as flow,
       coalesce(f.n, 0) as stream, coalesce(r.n, 0) as referee,
       count(*) over () as differences
from frozen f
full join recount r
  on r.day = f.day and r.unit_id = f.unit_id and r.field_id = f.field_id
 and r.channel = f.channel and r.dated = f.dated and r.flow = f.flow
where f.n is distinct from r.n
order by 1, 2, 3, 4, 5, 6
limit 200
