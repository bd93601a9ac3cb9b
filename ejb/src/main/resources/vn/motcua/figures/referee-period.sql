, q as (
  select ?::date as from_day, ?::date as to_day, ?::int as unit_id, ?::int as field_id,
         ?::text as channel, ?::boolean as dated, ?::text as cut_by
),
bucket as (
  select name, from_day::timestamp at time zone p.zone as from_at,
         to_day::timestamp at time zone p.zone as to_at
  from p, (
    select '' as name, from_day, to_day from q where cut_by not in ('day', 'month')
    union all
    select d::date::text, d::date, d::date + 1
    from q, generate_series(from_day::timestamp, to_day - 1, interval '1 day') d
    where cut_by = 'day'
    union all
    select to_char(m, 'YYYY-MM'), greatest(m::date, from_day),
           least((m + interval '1 month')::date, to_day)
    from q, generate_series(date_trunc('month', from_day::timestamp), to_day - 1,
                            interval '1 month') m
    where cut_by = 'month'
  ) named
),
counted as (
  select 'STINT' as what, s.unit_id, s.field_id, s.channel, s.dated, s.start_kind, s.start_at,
         s.end_kind, s.end_at, s.outcome, s.end_class
  from stint s
  union all
  select i.class, s.unit_id, s.field_id, s.channel, s.dated, null, i.from_at, null, i.to_at, null,
         null
  from class_interval i join stint s using (dossier_id, sequence)
)
select b.name as bucket,
  case q.cut_by when 'unit' then c.unit_id::text when 'field' then c.field_id::text
                when 'channel' then c.channel end as part,
  count(*) filter (where what = 'STINT' and start_at < b.from_at)
    - count(*) filter (where what = 'STINT' and end_at < b.from_at) as carried_over,
  count(*) filter (where start_kind = 'RECEIVED' and start_at >= b.from_at and start_at < b.to_at
                     and c.channel = 'DIRECT') as received_direct,
  count(*) filter (where start_kind = 'RECEIVED' and start_at >= b.from_at and start_at < b.to_at
                     and c.channel = 'ONLINE') as received_online,
  count(*) filter (where start_kind = 'RECEIVED' and start_at >= b.from_at and start_at < b.to_at
                     and c.channel = 'POST') as received_post,
  count(*) filter (where start_kind = 'RECEIVED' and start_at >= b.from_at and start_at < b.to_at
                     and c.channel = 'OTHER') as received_other,
  count(*) filter (where start_kind = 'REATTRIBUTED' and start_at >= b.from_at
                     and start_at < b.to_at) as transferred_in,
  count(*) filter (where start_kind = 'REOPENED' and start_at >= b.from_at
                     and start_at < b.to_at) as reopened,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'EARLY' and outcome = 'GRANTED') as early_granted,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'EARLY' and outcome = 'REFUSED') as early_refused,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'ON_TIME' and outcome = 'GRANTED') as on_time_granted,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'ON_TIME' and outcome = 'REFUSED') as on_time_refused,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'LATE' and outcome = 'GRANTED') as late_granted,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'LATE' and outcome = 'REFUSED') as late_refused,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'UNDATED' and outcome = 'GRANTED') as undated_granted,
  count(*) filter (where end_kind = 'FINISHED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'UNDATED' and outcome = 'REFUSED') as undated_refused,
  count(*) filter (where end_kind = 'CLOSED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'IN_TIME') as closed_before_due,
  count(*) filter (where end_kind = 'CLOSED' and end_at >= b.from_at and end_at < b.to_at
                     and end_class = 'LATE') as closed_after_due,
  count(*) filter (where end_kind = 'VOIDED' and end_at >= b.from_at
                     and end_at < b.to_at) as voided,
  count(*) filter (where end_kind = 'REATTRIBUTED' and end_at >= b.from_at
                     and end_at < b.to_at) as transferred_out,
  count(*) filter (where what = 'STINT' and start_at < b.to_at)
    - count(*) filter (where what = 'STINT' and end_at < b.to_at) as open,
  count(*) filter (where what = 'WITHIN' and start_at < b.to_at)
    - count(*) filter (where what = 'WITHIN' and end_at < b.to_at) as within,
  count(*) filter (where what = 'PAUSED' and start_at < b.to_at)
    - count(*) filter (where what = 'PAUSED' and end_at < b.to_at) as paused,
  count(*) filter (where what = 'OVERDUE' and start_at < b.to_at)
    - count(*) filter (where what = 'OVERDUE' and end_at < b.to_at) as overdue
from bucket b
cross join q
left join counted c
  on (q.unit_id is null or c.unit_id = q.unit_id)
 and (q.field_id is null or c.field_id = q.field_id)
 and (q.channel is null or c.channel = q.channel)
 and (q.dated is null or c.dated = q.dated)
group by 1, 2
order by 1, 2
