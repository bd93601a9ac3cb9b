-- From alerts to people (nhắc việc): who is told when, and who was urged.

-- After how much working time an alert is told to the next level above (leo thang): officer (0), head of
-- division, branch director, centre. Data, because no law orders it.
create table escalation_step (
  kind        text    not null,
  level       text    not null check (level in ('HEAD', 'BRANCH_DIRECTOR', 'CENTRE')),
  -- Working minutes since the alert was raised.
  minutes     integer not null check (minutes >= 0),
  basis       text    not null default 'mẫu, chưa ban hành',
  valid_from  date    not null default '-infinity',
  valid_to    date    not null default 'infinity',
  primary key (kind, level, valid_from),
  check (valid_from < valid_to)
);
insert into escalation_step (kind, level, minutes) values
  ('OVERDUE', 'HEAD', 0), ('OVERDUE', 'BRANCH_DIRECTOR', 120), ('OVERDUE', 'CENTRE', 960),
  ('STEP_OVERDUE', 'HEAD', 120), ('STEP_OVERDUE', 'BRANCH_DIRECTOR', 480),
  ('STEP_OVERDUE', 'CENTRE', 2400),
  ('DUE_SOON', 'HEAD', 240),
  ('UNTOUCHED', 'HEAD', 240), ('UNTOUCHED', 'BRANCH_DIRECTOR', 960),
  ('SECOND_REQUEST', 'BRANCH_DIRECTOR', 0),
  ('PROMISE_MOVED', 'HEAD', 0),
  ('ACCEPTANCE', 'BRANCH_DIRECTOR', 60), ('ACCEPTANCE', 'CENTRE', 480),
  ('FEEDBACK', 'BRANCH_DIRECTOR', 0), ('FEEDBACK', 'CENTRE', 480);

-- When digests are made (bản tin nhắc việc), local time of the city, on working days.
create table digest_time (
  slot        text    not null check (slot in ('MORNING', 'NOON')),
  at          time    not null,
  valid_from  date    not null default '-infinity',
  valid_to    date    not null default 'infinity',
  primary key (slot, valid_from)
);
insert into digest_time (slot, at) values ('MORNING', '08:00'), ('NOON', '13:30');

-- What was told to whom: a digest per slot, or at once (NOW) for work of the same day.
create table staff_notice (
  id          bigint generated always as identity primary key,
  dataset_id  integer     not null references dataset,
  login       text        not null,
  day         date        not null,
  slot        text        not null check (slot in ('MORNING', 'NOON', 'NOW')),
  -- NOW: kind and code of the one thing; empty for a digest.
  subject     text        not null default '',
  -- How many there were, and the first of them.
  total       integer     not null,
  kinds       text[]      not null,
  codes       text[]      not null,
  made_at     timestamptz not null,
  unique (dataset_id, login, day, slot, subject),
  check (cardinality(kinds) = cardinality(codes))
);
create index staff_notice_newest on staff_notice (login, made_at desc);
-- That the digest of a slot was made, also where nobody had to be told anything.
create table digest_run (
  day      date        not null,
  slot     text        not null,
  made_at  timestamptz not null,
  told     integer     not null,
  primary key (day, slot)
);

-- Who urged whom (đôn đốc). Append-only.
create table urge (
  id          bigint generated always as identity primary key,
  dataset_id  integer     not null references dataset,
  kind        text        not null,
  code        text        not null,
  unit_id     integer     not null references unit,
  -- Who was to act; empty where nobody had taken it.
  urged       text        not null default '',
  urged_by    text        not null,
  urged_at    timestamptz not null
);
create index urge_newest on urge (dataset_id, code, kind, urged_at desc);
create trigger append_only before update or delete on urge
  for each row execute function refuse_change();
create trigger append_only before update or delete on digest_run
  for each row execute function refuse_change();

-- Steps beyond their limit, for the screen and the digests.
create index dossier_task_late on dossier_task (dataset_id, due_at) where completed_at is null;
