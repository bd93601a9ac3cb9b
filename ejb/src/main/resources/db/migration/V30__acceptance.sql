-- Waiting for acceptance (chờ tiếp nhận): what was sent online or by post and is no dossier yet.

-- How long it may wait (NĐ 118/2025 Đ16): the text may change, so each limit has its days.
create table acceptance_limit (
  -- SEEN: until somebody of the branch has seen it; DECIDED: until it is accepted, sent back or refused.
  code        text    not null check (code in ('SEEN', 'DECIDED')),
  minutes     integer not null check (minutes > 0),
  -- Minutes of the city's working calendar, or of the clock on the wall.
  working     boolean not null,
  basis       text    not null,
  valid_from  date    not null,
  valid_to    date    not null default 'infinity',
  primary key (code, valid_from),
  check (valid_from < valid_to)
);
insert into acceptance_limit (code, minutes, working, basis, valid_from) values
  ('SEEN', 120, true, 'NĐ 118/2025/NĐ-CP: 2 giờ; tính giờ làm việc là cách hiểu của hệ thống', '2025-07-01'),
  ('DECIDED', 480, true, 'NĐ 118/2025/NĐ-CP: 8 giờ làm việc', '2025-07-01');

create table submission (
  id              bigint generated always as identity primary key,
  dataset_id      integer     not null references dataset,
  -- Whose number external_id is: DVCQG, BUUDIEN …
  source_system   text        not null,
  external_id     text        not null,
  -- Grows with each answer to a request for edits.
  revision        integer     not null check (revision > 0),
  digest          text        not null,
  branch_id       integer     not null references unit,
  channel         text        not null check (channel in ('ONLINE', 'POST')),
  procedure_code  text        not null,
  owner_number    text        not null,
  owner_name      text        not null,
  -- What the visit will be made of: persons, answers, summary.
  content         jsonb       not null,
  -- Sent or posted first (ngày nộp); kept for ever.
  submitted_at    timestamptz not null,
  arrived_at      timestamptz not null,
  sent_by         text        not null,
  state           text        not null
                  check (state in ('WAITING', 'EDIT_ASKED', 'ACCEPTED', 'REFUSED')),
  -- Ends of the two clocks of the present wait.
  see_by          timestamptz not null,
  decide_by       timestamptz not null,
  seen_at         timestamptz,
  seen_by         text,
  decided_at      timestamptz,
  edits           smallint    not null default 0,
  -- The visit that it becomes: pressed twice, accepted once.
  request_id      uuid        not null unique,
  dossier_id      bigint      unique references dossier,
  -- A refusal counts as a request of the episode that the next filing belongs to; null: not yet.
  counted_in      bigint      references dossier,
  version         integer     not null default 0,
  unique (dataset_id, source_system, external_id)
);
create index submission_waiting on submission (branch_id, decide_by, id) where state = 'WAITING';
create index submission_refused on submission (owner_number, procedure_code)
  where state = 'REFUSED' and counted_in is null;
create index submission_rate on submission (sent_by, arrived_at);

create table submission_paper (
  submission_id  bigint   not null references submission,
  revision       integer  not null,
  position       smallint not null,
  component      text     not null default '',
  name           text     not null default '',
  file_id        uuid     not null references stored_file,
  primary key (submission_id, revision, position)
);
create index submission_paper_file on submission_paper (file_id);

-- What happened to it. Append-only.
create table submission_step (
  submission_id  bigint      not null references submission,
  sequence       integer     not null,
  kind           text        not null
                 check (kind in ('ARRIVED', 'SEEN', 'EDIT_ASKED', 'ACCEPTED', 'REFUSED')),
  at             timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  actor          text        not null,
  items          text[]      not null default '{}',
  reason         text        not null default '',
  override_reason text       not null default '',
  primary key (submission_id, sequence)
);
create trigger append_only before update or delete on submission_step
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on submission_step
  for each statement execute function refuse_change();
