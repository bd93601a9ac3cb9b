-- Hours of a body beside the city's calendar (giờ làm việc riêng), by date, each with its reason: a
-- week in the form of calendar/hanoi.csv, one line for a weekday or a stretch of weekdays. Empty:
-- from that day on the city's hours again. They replace sessions, never days: UnitHours.
create table unit_hours (
  id          bigint      generated always as identity primary key,
  unit_id     integer     not null references unit,
  valid_from  date        not null,
  hours       text        not null,
  reason      text        not null check (reason <> ''),
  status      text        not null check (status in ('DRAFT', 'APPLIED', 'DISCARDED')),
  drafted_by  text        not null,
  drafted_at  timestamptz not null,
  applied_by  text,
  applied_at  timestamptz,
  -- Open dossiers and steps looked at, and those whose moments moved.
  looked_at   integer,
  moved       integer,
  steps_moved integer,
  version     integer     not null default 0,
  check ((status = 'APPLIED') = (applied_at is not null))
);
create index unit_hours_applied on unit_hours (unit_id, valid_from) where status = 'APPLIED';

-- Which due moments of dossiers applied hours moved. Append-only, as calendar_due_move is.
create table unit_hours_due_move (
  hours_id     bigint      not null references unit_hours,
  dossier_id   bigint      not null references dossier,
  old_due      timestamptz not null,
  new_due      timestamptz not null,
  basis        text        not null check (basis in ('RULE', 'WORKING_TIME')),
  primary key (hours_id, dossier_id)
);
create trigger append_only before update or delete on unit_hours_due_move
  for each row execute function refuse_change();

-- Which steps' moments a change of the city's calendar or of a body's hours moved. Append-only.
create table step_due_move (
  id           bigint      generated always as identity primary key,
  revision_id  bigint      references calendar_revision,
  hours_id     bigint      references unit_hours,
  task_id      bigint      not null references dossier_task,
  old_due      timestamptz not null,
  new_due      timestamptz not null,
  check (num_nonnulls(revision_id, hours_id) = 1)
);
create index step_due_move_revision on step_due_move (revision_id);
create index step_due_move_hours on step_due_move (hours_id);
create trigger append_only before update or delete on step_due_move
  for each row execute function refuse_change();
