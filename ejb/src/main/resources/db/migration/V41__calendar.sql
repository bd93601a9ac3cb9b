-- Working calendars after the ones that come with the program: each revision is a whole calendar in
-- the form of calendar/hanoi.csv, so that what a due moment was computed with can always be read.

create table calendar_revision (
  id          bigint      generated always as identity primary key,
  code        text        not null check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  revision    text        not null,
  -- What it was made from.
  base        text        not null,
  content     text        not null,
  reason      text        not null,
  status      text        not null check (status in ('DRAFT', 'APPLIED', 'DISCARDED')),
  drafted_by  text        not null,
  drafted_at  timestamptz not null,
  applied_by  text,
  applied_at  timestamptz,
  -- Open dossiers looked at, and those whose due moment moved.
  looked_at   integer,
  moved       integer,
  version     integer     not null default 0
);
create unique index calendar_revision_applied on calendar_revision (code, revision)
  where status = 'APPLIED';
create index calendar_revision_newest on calendar_revision (code, id desc) where status = 'APPLIED';

-- The journal: which due moments an applied revision moved. Append-only.
create table calendar_due_move (
  revision_id  bigint      not null references calendar_revision,
  dossier_id   bigint      not null references dossier,
  old_due      timestamptz not null,
  new_due      timestamptz not null,
  -- RULE: by the procedure's allowance; WORKING_TIME: the same working time by the new calendar.
  basis        text        not null check (basis in ('RULE', 'WORKING_TIME')),
  primary key (revision_id, dossier_id)
);
create trigger append_only before update or delete on calendar_due_move
  for each row execute function refuse_change();

