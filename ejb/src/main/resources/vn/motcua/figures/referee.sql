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
    and t.kind not in
        ('STEP', 'RETURNED', 'OBSERVED', 'SUPPLEMENT_REQUESTED', 'RATED')
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

-- The due moment in force, stretch by stretch. A stretch begins where a due moment was given; a
-- corrected calendar and a correction change the stretch they fall into, as if it had always been so.
-- What is given at the end of an unlawful pause moves nothing.
resumption as (
  select dossier_id, sequence, lag(lawful) over (partition by dossier_id order by sequence) as lawful
  from moment where kind in ('PAUSED', 'RESUMED')
),
due_begin as (
  select m.dossier_id, m.sequence, m.due_at,
         row_number() over w as stretch,
         lead(m.sequence) over w as next_sequence
  from moment m
  left join resumption r on r.dossier_id = m.dossier_id and r.sequence = m.sequence
  where m.kind = 'RECEIVED'
     or (m.kind = 'REOPENED' and m.due_at is not null)
     or (m.kind = 'RESUMED' and m.due_at is not null and r.lawful)
     or (m.kind = 'DUE_MOVED' and m.due_cause = 'RESTART')
  window w as (partition by m.dossier_id order by m.sequence)
),
due_correction as (
  select dossier_id, sequence, due_at from moment
  where due_at is not null
    and (kind = 'CORRECTED' or (kind = 'DUE_MOVED' and due_cause = 'CALENDAR_CORRECTION'))
),
due as materialized (
  select distinct on (b.dossier_id, b.stretch)
         b.dossier_id, b.stretch, b.sequence, b.next_sequence,
         coalesce(c.due_at, b.due_at) as due_at
  from due_begin b
  left join due_correction c
    on c.dossier_id = b.dossier_id and c.sequence > b.sequence
   and (b.next_sequence is null or c.sequence < b.next_sequence)
  order by b.dossier_id, b.stretch, c.sequence desc nulls last
),

-- From each row to the next: whether the clock runs meanwhile. A lawful pause and an end stop it; a
-- transfer and a moved due moment leave it as it is.
turn as (
  select dossier_id, sequence, at, lead(at) over w as next_at,
         case when kind in ('REATTRIBUTED', 'DUE_MOVED') then null
              when kind = 'PAUSED' then not lawful
              else kind in ('RECEIVED', 'RESUMED', 'REOPENED') end as runs,
         count(*) filter (where kind not in ('REATTRIBUTED', 'DUE_MOVED')) over w as phase
  from moment
  where kind <> 'CORRECTED' and due_cause is distinct from 'CALENDAR_CORRECTION'
  window w as (partition by dossier_id order by sequence)
),
clock as (
  select dossier_id, sequence, at, next_at,
         bool_or(runs) over (partition by dossier_id, phase) as runs
  from turn
),

-- overdueSince: the first due moment that passed while the clock ran. Nothing erases it, and it may
-- lie before the row that gave it; the dossier is overdue from that row on at the earliest.
breach as materialized (
  select distinct on (c.dossier_id)
         c.dossier_id, c.sequence, d.due_at as overdue_since,
         greatest(d.due_at, c.at) as overdue_from
  from clock c
  cross join p
  join due d on d.dossier_id = c.dossier_id and d.sequence <= c.sequence
            and (d.next_sequence is null or d.next_sequence > c.sequence)
  where c.runs and d.due_at < coalesce(c.next_at, p.now_at)
  order by c.dossier_id, c.sequence
),

-- Lawful pauses that were begun before the dossier was overdue.
pause as materialized (
  select s.dossier_id, s.sequence, s.begun_at, s.until_at
  from (
    select dossier_id, sequence, kind, lawful, at as begun_at,
           lead(at) over (partition by dossier_id order by sequence) as until_at
    from moment where kind in ('PAUSED', 'RESUMED', 'FINISHED', 'CLOSED', 'VOIDED')
  ) s
  left join breach b on b.dossier_id = s.dossier_id
  where s.kind = 'PAUSED' and s.lawful and (b.sequence is null or s.sequence < b.sequence)
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
         b.overdue_from,
         case
           when a.next_kind not in ('FINISHED', 'CLOSED') then null
           when b.sequence < a.next_sequence then 'LATE'
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

-- Within each stint: from when to when the dossier was paused, overdue, or within its limit. What
-- has no length is no stay in a class, but a pause of no length still parts what is around it.
stint_pause as (
  select s.dossier_id, s.sequence,
         greatest(q.begun_at, s.start_at) as from_at,
         nullif(least(coalesce(q.until_at, 'infinity'), coalesce(s.end_at, 'infinity')), 'infinity')
           as to_at
  from stint s
  join pause q on q.dossier_id = s.dossier_id
  where (s.end_at is null or q.begun_at < s.end_at)
    and (q.until_at is null or q.until_at >= s.start_at)
),
class_interval as materialized (
  select dossier_id, sequence, 'PAUSED' as class, from_at, to_at
  from stint_pause where from_at < coalesce(to_at, 'infinity')
  union all
  select dossier_id, sequence, 'OVERDUE', greatest(overdue_from, start_at), end_at
  from stint
  where overdue_from is not null
    and (end_at is null or greatest(overdue_from, start_at) < end_at)
  union all
  select dossier_id, sequence, 'WITHIN', from_at, to_at
  from (
    select dossier_id, sequence, from_at,
           nullif(least(lead(next_stop) over w, last_stop), 'infinity') as to_at
    from (
      select dossier_id, sequence, start_at as from_at, start_at as next_stop,
             least(coalesce(overdue_from, 'infinity'), coalesce(end_at, 'infinity')) as last_stop
      from stint
      union all
      select q.dossier_id, q.sequence, coalesce(q.to_at, 'infinity'), q.from_at,
             least(coalesce(s.overdue_from, 'infinity'), coalesce(s.end_at, 'infinity'))
      from stint_pause q join stint s using (dossier_id, sequence)
    ) cut
    window w as (partition by dossier_id, sequence order by from_at, next_stop)
  ) gap
  where from_at < coalesce(to_at, 'infinity')
  union all
  -- An imported log may end a dossier before it begins it. Its stock is then negative in between, so
  -- that the identity holds on every day; its class runs backwards with it.
  select dossier_id, sequence, case when overdue_from is null then 'WITHIN' else 'OVERDUE' end,
         start_at, end_at
  from stint
  where end_at < start_at
)
