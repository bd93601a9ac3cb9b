-- The terms that the deadline watch waits for besides the dossiers' own (thời hạn được theo dõi): of a
-- step, of a submission that waits to be accepted, of feedback. Some thirty places in the program
-- change them. Each change of what holds is written here by the database itself, in the transaction
-- that makes it, so none can be forgotten; the relay sends them as it sends the log.

create table watched_term_change (
  -- Grows with each change of one thing: whoever changes it holds the lock of its row, of a step
  -- that of its dossier.
  id           bigint      generated always as identity primary key,
  dataset_id   integer     not null,
  kind         text        not null check (kind in ('STEP', 'ACCEPTANCE', 'FEEDBACK')),
  -- The row of dossier_task, submission or feedback.
  thing_id     bigint      not null,
  -- Of a step its dossier, else 0.
  dossier_id   bigint      not null,
  -- Who is to act, and the receiving branch, else 0.
  unit_id      integer     not null,
  branch_id    integer     not null,
  -- Null: it has no term any longer.
  due_at       timestamptz,
  -- When it came to be so in the world, as far as the row tells, and when it was written down.
  changed_at   timestamptz not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  xid          xid8        not null default pg_current_xact_id()
);
create index watched_term_change_order on watched_term_change (xid, id);
create index watched_term_change_thing on watched_term_change (kind, thing_id, id);
create trigger append_only before update or delete on watched_term_change
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on watched_term_change
  for each statement execute function refuse_change();

-- How far the relay has sent them; sent_to holds for entries and terms together.
alter table relay_cursor
  add column term_xid xid8   not null default '0',
  add column term_id  bigint not null default 0;

-- A step has a term while it is not done and its dossier is open: of one that is paused, decided or
-- ended nobody is late. A step that is begun in a dossier that is not open gets its term when the
-- dossier is opened.
create function watch_step() returns trigger language plpgsql as $$
begin
  insert into watched_term_change
    (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
  select new.dataset_id, 'STEP', new.id, new.dossier_id, new.unit_id, coalesce(d.branch_id, 0),
    case when new.completed_at is null then new.due_at end,
    coalesce(new.completed_at, clock_timestamp())
  from dossier d where d.id = new.dossier_id and d.state = 'OPEN';
  return null;
end $$;
create trigger watched_term_begun after insert on dossier_task
  for each row when (new.completed_at is null and new.due_at is not null)
  execute function watch_step();
create trigger watched_term_changed after update of due_at, completed_at, unit_id on dossier_task
  for each row when (
    case when old.completed_at is null then old.due_at end
      is distinct from case when new.completed_at is null then new.due_at end
    or new.completed_at is null and new.due_at is not null and new.unit_id <> old.unit_id)
  execute function watch_step();

create function watch_steps_of_dossier() returns trigger language plpgsql as $$
begin
  insert into watched_term_change
    (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
  select t.dataset_id, 'STEP', t.id, new.id, t.unit_id, coalesce(new.branch_id, 0),
    case when new.state = 'OPEN' then t.due_at end,
    coalesce(
      (select h.occurred_at from dossier_transition h
       where h.dossier_id = new.id and h.sequence = new.sequence),
      clock_timestamp())
  from dossier_task t
  where t.dossier_id = new.id and t.completed_at is null and t.due_at is not null
  order by t.id;
  return null;
end $$;
create trigger watched_terms_changed after update of state, branch_id on dossier
  for each row when (
    (new.state = 'OPEN') <> (old.state = 'OPEN')
    or new.state = 'OPEN' and new.branch_id is distinct from old.branch_id)
  execute function watch_steps_of_dossier();

-- A submission has one while it waits.
create function watch_submission() returns trigger language plpgsql as $$
begin
  insert into watched_term_change
    (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
  values (new.dataset_id, 'ACCEPTANCE', new.id, 0, new.branch_id, new.branch_id,
    case when new.state = 'WAITING' then new.decide_by end,
    case when new.state = 'WAITING' then clock_timestamp()
      else coalesce(new.decided_at, clock_timestamp()) end);
  return null;
end $$;
create trigger watched_term_begun after insert on submission
  for each row when (new.state = 'WAITING') execute function watch_submission();
create trigger watched_term_changed after update of state, decide_by, branch_id on submission
  for each row when (
    case when old.state = 'WAITING' then old.decide_by end
      is distinct from case when new.state = 'WAITING' then new.decide_by end
    or new.state = 'WAITING' and new.branch_id <> old.branch_id)
  execute function watch_submission();

-- Feedback has one until it is answered. Who is to act: who decides; until somebody is named, the
-- branch it is about, else the centre.
create function feedback_bodies(
  judge integer, about bigint, out unit_id integer, out branch_id integer)
language sql stable as $$
  select coalesce(judge, d.branch_id, (
      select u.id from unit u where u.dataset_id = 1 and u.kind = 'CENTRE'
        and u.valid_to = 'infinity' order by u.id limit 1), 0),
    coalesce(d.branch_id, 0)
  from (select) one
  left join dossier d on d.id = about and judge is null
$$;
create function watch_feedback() returns trigger language plpgsql as $$
begin
  insert into watched_term_change
    (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
  select new.dataset_id, 'FEEDBACK', new.id, 0, b.unit_id, b.branch_id,
    case when new.state in ('NEW', 'ASSIGNED') then new.due_at end, clock_timestamp()
  from feedback_bodies(new.judge_unit_id, new.dossier_id) b;
  return null;
end $$;
create trigger watched_term_begun after insert on feedback
  for each row when (new.state in ('NEW', 'ASSIGNED') and new.due_at is not null)
  execute function watch_feedback();
create trigger watched_term_changed
  after update of state, due_at, judge_unit_id, dossier_id on feedback
  for each row when (
    case when old.state in ('NEW', 'ASSIGNED') then old.due_at end
      is distinct from case when new.state in ('NEW', 'ASSIGNED') then new.due_at end
    or new.state in ('NEW', 'ASSIGNED') and new.due_at is not null and (
      new.judge_unit_id is distinct from old.judge_unit_id
      or new.dossier_id is distinct from old.dossier_id))
  execute function watch_feedback();

-- What is open now.
insert into watched_term_change
  (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
select t.dataset_id, 'STEP', t.id, t.dossier_id, t.unit_id, coalesce(d.branch_id, 0), t.due_at,
  clock_timestamp()
from dossier_task t join dossier d on d.id = t.dossier_id
where t.completed_at is null and t.due_at is not null and d.state = 'OPEN' order by t.id;
insert into watched_term_change
  (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
select s.dataset_id, 'ACCEPTANCE', s.id, 0, s.branch_id, s.branch_id, s.decide_by, clock_timestamp()
from submission s where s.state = 'WAITING' order by s.id;
insert into watched_term_change
  (dataset_id, kind, thing_id, dossier_id, unit_id, branch_id, due_at, changed_at)
select f.dataset_id, 'FEEDBACK', f.id, 0, b.unit_id, b.branch_id, f.due_at, clock_timestamp()
from feedback f, feedback_bodies(f.judge_unit_id, f.dossier_id) b
where f.state in ('NEW', 'ASSIGNED') and f.due_at is not null order by f.id;

-- Steps beyond their limit are found by the stream; nobody looks for them here any longer.
drop index dossier_task_late;
