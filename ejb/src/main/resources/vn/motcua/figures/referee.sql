-- The referee: what the figures must be, counted by hand from the operational history as it was at a
-- horizon. It shares no declaration with the stream. Meaning: package documentation of
-- vn.motcua.figures. Continued by one of the referee-*.sql tails.
with p as (
  select ?::int as dataset_id, ?::xid8 as horizon, ?::timestamptz as now_at, ?::text as zone
),

-- What had been written down before the horizon and moves a figure.
history as materialized (
  select t.dossier_id, t.sequence, t.kind, t.occurred_at, t.received_at, t.finished_at, t.due_at,
         t.unit_id, t.field_id, t.channel, t.lawful, t.due_cause, t.outcome
  from dossier_transition t, p
  where t.dataset_id = p.dataset_id and t.xid < p.horizon
    and t.kind not in ('STEP', 'RETURNED', 'OBSERVED')
),

-- Corrections hold as if they had always been so; the latest of each fact wins.
corrected as (
  select dossier_id,
    (array_agg(received_at order by sequence desc) filter (where received_at is not null))[1]
      as received_at,
    (array_agg(field_id order by sequence desc) filter (where field_id is not null))[1]
      as field_id,
    (array_agg(channel order by sequence desc) filter (where channel is not null))[1]
      as channel
  from history where kind = 'CORRECTED' group by dossier_id
),
corrected_finish as (
  select f.dossier_id, f.sequence,
    (array_agg(c.finished_at order by c.sequence desc) filter (where c.finished_at is not null))[1]
      as finished_at,
    (array_agg(c.outcome order by c.sequence desc) filter (where c.outcome is not null))[1]
      as outcome
  from history f
  join history c on c.dossier_id = f.dossier_id and c.kind = 'CORRECTED'
                and c.sequence > f.sequence
  where f.kind = 'FINISHED' and not exists (
    select from history n where n.dossier_id = f.dossier_id and n.kind = 'FINISHED'
                            and n.sequence > f.sequence and n.sequence < c.sequence)
  group by f.dossier_id, f.sequence
),

-- Each row with the moment at which it took effect.
moment as materialized (
  select h.dossier_id, h.sequence, h.kind, h.due_at, h.unit_id, h.lawful, h.due_cause,
         coalesce(f.outcome, h.outcome) as outcome,
         case h.kind
           when 'RECEIVED' then coalesce(k.received_at, h.received_at, h.occurred_at)
           when 'FINISHED' then coalesce(f.finished_at, h.finished_at, h.occurred_at)
           else h.occurred_at
         end as at
  from history h
  left join corrected k on k.dossier_id = h.dossier_id and h.kind = 'RECEIVED'
  left join corrected_finish f on f.dossier_id = h.dossier_id and f.sequence = h.sequence
),

-- The due moment in force, stretch by stretch. A restart begins a stretch; a corrected calendar and
-- a correction change the stretch they fall into.
due_begin as (
  select dossier_id, sequence, due_at,
         row_number() over w as stretch,
         lead(sequence) over w as next_sequence,
         lead(at) over w as next_at
  from moment
  where kind = 'RECEIVED'
     or (kind in ('RESUMED', 'REOPENED') and due_at is not null)
     or (kind = 'DUE_MOVED' and due_cause = 'RESTART')
  window w as (partition by dossier_id order by sequence)
),
due_correction as (
  select dossier_id, sequence, due_at from moment
  where due_at is not null
    and (kind = 'CORRECTED' or (kind = 'DUE_MOVED' and due_cause = 'CALENDAR_CORRECTION'))
),
due as materialized (
  select distinct on (b.dossier_id, b.stretch)
         b.dossier_id, b.stretch, b.sequence, b.next_sequence, b.next_at,
         coalesce(c.due_at, b.due_at) as due_at
  from due_begin b
  left join due_correction c
    on c.dossier_id = b.dossier_id and c.sequence > b.sequence
   and (b.next_sequence is null or c.sequence < b.next_sequence)
  order by b.dossier_id, b.stretch, c.sequence desc nulls last
),

-- Pauses. One stops the clock only if it is lawful and was begun before due.
pause as materialized (
  select s.dossier_id, s.sequence, s.at as begun_at, s.until_at, d.stretch,
         s.lawful and (d.due_at is null or s.at <= d.due_at) as stops
  from (
    select dossier_id, sequence, kind, at, lawful,
           lead(at) over (partition by dossier_id order by sequence) as until_at
    from moment where kind in ('PAUSED', 'RESUMED', 'FINISHED', 'CLOSED', 'VOIDED')
  ) s
  join due d on d.dossier_id = s.dossier_id and d.sequence < s.sequence
            and (d.next_sequence is null or d.next_sequence > s.sequence)
  where s.kind = 'PAUSED'
),

-- How the dossier stands after each row, and when its clock last ran.
standing as (
  select dossier_id, sequence, state,
         case state
           when 'SUSPENDED' then at
           when 'ENDED' then case when lag(state) over w = 'SUSPENDED' then lag(at) over w else at end
         end as last_ran_at
  from (
    select m.dossier_id, m.sequence, m.at,
           case when m.kind = 'PAUSED' then 'SUSPENDED'
                when m.kind in ('FINISHED', 'CLOSED', 'VOIDED') then 'ENDED'
                else 'RUNNING' end as state
    from moment m
    left join pause s on s.dossier_id = m.dossier_id and s.sequence = m.sequence
    where m.kind in ('RECEIVED', 'RESUMED', 'REOPENED', 'FINISHED', 'CLOSED', 'VOIDED')
       or s.stops
  ) turned
  window w as (partition by dossier_id order by sequence)
),
stretch_end as (
  select distinct on (d.dossier_id, d.stretch)
         d.dossier_id, d.stretch, d.due_at,
         coalesce(s.last_ran_at, d.next_at, p.now_at) as last_ran_at
  from due d
  cross join p
  join standing s on s.dossier_id = d.dossier_id
                 and (d.next_sequence is null or s.sequence < d.next_sequence)
  order by d.dossier_id, d.stretch, s.sequence desc
),

-- overdueSince: the first due moment that passed while the clock ran. Nothing erases it.
breach as materialized (
  select distinct on (dossier_id) dossier_id, stretch, due_at as overdue_since
  from stretch_end where due_at < last_ran_at
  order by dossier_id, stretch
),

-- Stints: for how long which agency was accountable, how that began and how it ended.
turning as (
  select dossier_id, sequence, kind, at, unit_id,
         count(unit_id) over w as unit_turn,
         lead(kind) over w as next_kind, lead(at) over w as next_at,
         lead(outcome) over w as next_outcome, lead(sequence) over w as next_sequence
  from moment
  where kind in ('RECEIVED', 'REATTRIBUTED', 'REOPENED', 'FINISHED', 'CLOSED', 'VOIDED')
  window w as (partition by dossier_id order by sequence)
),
accountable as (
  select *, max(unit_id) over (partition by dossier_id, unit_turn) as accountable_unit
  from turning
),
present as (
  select distinct on (r.dossier_id)
         r.dossier_id, coalesce(k.field_id, r.field_id) as field_id,
         coalesce(k.channel, r.channel) as channel, d.due_at is not null as dated
  from history r
  left join corrected k on k.dossier_id = r.dossier_id
  join due d on d.dossier_id = r.dossier_id
  where r.kind = 'RECEIVED'
  order by r.dossier_id, d.stretch desc
),
stint as materialized (
  select a.dossier_id, a.sequence, a.accountable_unit as unit_id, n.field_id, n.channel, n.dated,
         a.kind as start_kind, a.at as start_at,
         a.next_kind as end_kind, a.next_at as end_at, a.next_outcome as outcome,
         b.overdue_since,
         case
           when a.next_kind not in ('FINISHED', 'CLOSED') then null
           when b.overdue_since < a.next_at and b.stretch <= d.stretch then 'LATE'
           when a.next_kind = 'CLOSED' then 'IN_TIME'
           when d.due_at is null then 'UNDATED'
           when (a.next_at at time zone p.zone)::date < (d.due_at at time zone p.zone)::date
             then 'EARLY'
           else 'ON_TIME'
         end as end_class
  from accountable a
  cross join p
  join present n on n.dossier_id = a.dossier_id
  left join breach b on b.dossier_id = a.dossier_id
  left join due d on d.dossier_id = a.dossier_id and d.sequence < a.next_sequence
                 and (d.next_sequence is null or d.next_sequence >= a.next_sequence)
  where a.kind in ('RECEIVED', 'REATTRIBUTED', 'REOPENED')
),

-- Within each stint: from when to when the dossier was paused, overdue, or within its limit.
stint_pause as (
  select s.dossier_id, s.sequence,
         greatest(q.begun_at, s.start_at) as from_at,
         nullif(least(coalesce(q.until_at, 'infinity'), coalesce(s.end_at, 'infinity')), 'infinity')
           as to_at
  from stint s
  join pause q on q.dossier_id = s.dossier_id and q.stops
  left join breach b on b.dossier_id = s.dossier_id
  where (b.stretch is null or q.stretch <= b.stretch)
    and (s.end_at is null or q.begun_at < s.end_at)
    and (q.until_at is null or q.until_at > s.start_at)
),
class_interval as materialized (
  select dossier_id, sequence, 'PAUSED' as class, from_at, to_at from stint_pause
  union all
  select dossier_id, sequence, 'OVERDUE', greatest(overdue_since, start_at), end_at
  from stint
  where overdue_since is not null and (end_at is null or overdue_since < end_at)
  union all
  select dossier_id, sequence, 'WITHIN', from_at, to_at
  from (
    select dossier_id, sequence, from_at,
           nullif(least(lead(next_stop) over w, last_stop), 'infinity') as to_at
    from (
      select dossier_id, sequence, start_at as from_at, start_at as next_stop,
             least(coalesce(overdue_since, 'infinity'), coalesce(end_at, 'infinity')) as last_stop
      from stint
      union all
      select q.dossier_id, q.sequence, coalesce(q.to_at, 'infinity'), q.from_at,
             least(coalesce(s.overdue_since, 'infinity'), coalesce(s.end_at, 'infinity'))
      from stint_pause q join stint s using (dossier_id, sequence)
    ) cut
    window w as (partition by dossier_id, sequence order by from_at, next_stop)
  ) gap
  where from_at < coalesce(to_at, 'infinity')
  union all
  -- An imported log may end a dossier before it begins it. Its stock is then negative in between, so
  -- that the identity holds on every day; its class runs backwards with it.
  select dossier_id, sequence, 'WITHIN', start_at, end_at
  from stint
  where end_at < start_at and (overdue_since is null or overdue_since >= end_at)
)
