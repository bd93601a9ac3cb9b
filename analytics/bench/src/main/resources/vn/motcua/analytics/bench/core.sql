-- K3, K2, T3 and the flows of each day, by receiving branch and field, in one pass over the history
-- and one over the answers: what remains when corrections, pauses, transfers and reopened dossiers
-- are left out. It is a lower bound for any recount in SQL, not a right one.
with life as (
  select dossier_id,
         max(branch_id) filter (where kind = 'RECEIVED') as branch_id,
         max(field_id) filter (where kind = 'RECEIVED') as field_id,
         min(received_at) filter (where kind = 'RECEIVED') as received_at,
         min(due_at) filter (where kind = 'RECEIVED') as original_due_at,
         max(due_at) as due_at,
         max(finished_at) as finished_at,
         max(occurred_at) filter (where kind in ('CLOSED', 'VOIDED')) as closed_at,
         bool_or(opens_episode) as opens_episode,
         count(*) filter (where second_of_episode) as second_requests,
         max(occurred_at) filter (where second_of_episode) as second_at
  from dossier_transition
  where dataset_id = 1
  group by dossier_id
),
flow as (
  select (f.at at time zone 'Asia/Ho_Chi_Minh')::date as day, branch_id, field_id, f.flow, f.n
  from life
  cross join lateral (values
    ('received', received_at, 1),
    ('finished', finished_at, 1),
    ('late', case when finished_at > due_at then finished_at end, 1),
    ('closed', closed_at, 1),
    ('due_fallen', original_due_at, 1),
    ('due_late', case when coalesce(finished_at, closed_at, ?::timestamptz) > due_at
                      then original_due_at end, 1),
    ('episodes', case when opens_episode then received_at end, 1),
    ('second_requests', second_at, second_requests)) f (flow, at, n)
  where f.at is not null
  union all
  select (t.occurred_at at time zone 'Asia/Ho_Chi_Minh')::date, l.branch_id, l.field_id, f.flow,
         f.n
  from dossier_rated r
  join dossier_transition t on t.dossier_id = r.dossier_id and t.sequence = r.sequence
  join life l on l.dossier_id = r.dossier_id
  cross join lateral (
    select count(*) filter (where a > 0) as given, count(*) filter (where a >= 4) as good
    from unnest(r.answers) a) five
  cross join lateral (values ('answers', five.given), ('satisfied', five.good)) f (flow, n)
)
select day, branch_id, field_id,
       sum(n) filter (where flow = 'received') as received,
       sum(n) filter (where flow = 'finished') as finished,
       sum(n) filter (where flow = 'late') as late,
       sum(n) filter (where flow = 'closed') as closed,
       sum(n) filter (where flow = 'due_fallen') as due_fallen,
       sum(n) filter (where flow = 'due_late') as due_late,
       sum(n) filter (where flow = 'episodes') as episodes,
       sum(n) filter (where flow = 'second_requests') as second_requests,
       sum(n) filter (where flow = 'answers') as answers,
       sum(n) filter (where flow = 'satisfied') as satisfied
from flow
group by 1, 2, 3
