-- The figures of a period out of the read model: flows add up, stocks are prefix sums.
with q as (
  select ?::int as dataset_id, ?::bigint as horizon_id, ?::date as from_day, ?::date as to_day,
         ?::int as unit_id, ?::int as field_id, ?::text as channel, ?::boolean as dated,
         ?::text as cut_by
),
cell as (
  select day, f.unit_id, f.field_id, f.channel, f.dated, open_in, open_out, within_in, within_out,
         paused_in, paused_out, overdue_in, overdue_out, received, transferred_in, reopened,
         early_granted, early_refused, on_time_granted, on_time_refused, late_granted,
         late_refused, undated_granted, undated_refused, closed_before_due, closed_after_due,
         voided, transferred_out
  from q
  join read_model on true
  join figure_day f on f.generation = active_generation and f.dataset_id = q.dataset_id
                   and f.day < q.to_day
  where q.horizon_id is null
  union all
  select day, f.unit_id, f.field_id, f.channel, f.dated, open_in, open_out, within_in, within_out,
         paused_in, paused_out, overdue_in, overdue_out, received, transferred_in, reopened,
         early_granted, early_refused, on_time_granted, on_time_refused, late_granted,
         late_refused, undated_granted, undated_refused, closed_before_due, closed_after_due,
         voided, transferred_out
  from q
  join horizon_figure_day f on f.horizon_id = q.horizon_id and f.day < q.to_day
),
bucket as (
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
)
select b.name as bucket,
  case q.cut_by when 'unit' then c.unit_id::text when 'field' then c.field_id::text
                when 'channel' then c.channel end as part,
  coalesce(sum(open_in - open_out) filter (where day < b.from_day), 0) as carried_over,
  coalesce(sum(received) filter (where day >= b.from_day and c.channel = 'DIRECT'), 0)
    as received_direct,
  coalesce(sum(received) filter (where day >= b.from_day and c.channel = 'ONLINE'), 0)
    as received_online,
  coalesce(sum(received) filter (where day >= b.from_day and c.channel = 'POST'), 0)
    as received_post,
  coalesce(sum(received) filter (where day >= b.from_day and c.channel = 'OTHER'), 0)
    as received_other,
  coalesce(sum(transferred_in) filter (where day >= b.from_day), 0) as transferred_in,
  coalesce(sum(reopened) filter (where day >= b.from_day), 0) as reopened,
  coalesce(sum(early_granted) filter (where day >= b.from_day), 0) as early_granted,
  coalesce(sum(early_refused) filter (where day >= b.from_day), 0) as early_refused,
  coalesce(sum(on_time_granted) filter (where day >= b.from_day), 0) as on_time_granted,
  coalesce(sum(on_time_refused) filter (where day >= b.from_day), 0) as on_time_refused,
  coalesce(sum(late_granted) filter (where day >= b.from_day), 0) as late_granted,
  coalesce(sum(late_refused) filter (where day >= b.from_day), 0) as late_refused,
  coalesce(sum(undated_granted) filter (where day >= b.from_day), 0) as undated_granted,
  coalesce(sum(undated_refused) filter (where day >= b.from_day), 0) as undated_refused,
  coalesce(sum(closed_before_due) filter (where day >= b.from_day), 0) as closed_before_due,
  coalesce(sum(closed_after_due) filter (where day >= b.from_day), 0) as closed_after_due,
  coalesce(sum(voided) filter (where day >= b.from_day), 0) as voided,
  coalesce(sum(transferred_out) filter (where day >= b.from_day), 0) as transferred_out,
  coalesce(sum(open_in - open_out), 0) as open,
  coalesce(sum(within_in - within_out), 0) as within,
  coalesce(sum(paused_in - paused_out), 0) as paused,
  coalesce(sum(overdue_in - overdue_out), 0) as overdue
from bucket b
cross join q
left join cell c
  on c.day < b.to_day
 and (q.unit_id is null or c.unit_id = q.unit_id)
 and (q.field_id is null or c.field_id = q.field_id)
 and (q.channel is null or c.channel = q.channel)
 and (q.dated is null or c.dated = q.dated)
group by 1, 2
order by 1, 2
