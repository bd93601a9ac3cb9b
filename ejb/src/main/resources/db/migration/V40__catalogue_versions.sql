-- The catalogue changes by proposal and approval: what a version says beside V5, proposals for
-- procedures and internal processes, evaluations of delegations, reviews, imports.

-- Once a version was approved on a screen, the files that come with the program leave it alone.
alter table procedure add column managed boolean not null default false;

alter table procedure_version
  -- Delegation (ủy quyền giải quyết) and its document; empty: none.
  add column delegated_to         text    not null default '',
  add column delegated_from       date,
  add column delegation_document  text    not null default '',
  -- The publishing decision (quyết định công bố) and the moment of publication (766 group 1).
  add column decision             text    not null default '',
  add column decided_on           date,
  add column published_at         timestamptz,
  add column channels             text[]  not null default array['DIRECT', 'ONLINE', 'POST'],
  add column result_name          text    not null default '',
  -- The result is a document (giấy tờ), not only an entry somewhere. Null: not known.
  add column result_document      boolean,
  add column online_level         text    not null default ''
                                  check (online_level in ('', 'FULL', 'PARTIAL', 'NONE')),
  add column online_reason        text    not null default '',
  -- A ministry's own software that holds the dossiers; empty: this system.
  add column source_system        text    not null default '',
  -- Dossiers a year, for the compliance costs. Null: not known.
  add column volume               integer check (volume >= 0),
  add column proposal_id          bigint;

alter table procedure_fee add column beneficiary text not null default '';

create table procedure_legal_basis (
  version_id  integer  not null references procedure_version,
  position    smallint not null,
  name        text     not null,
  valid_from  date,
  valid_to    date,
  primary key (version_id, position)
);

-- The compliance-cost sheet (chi phí tuân thủ): of one dossier, hours × rate + other đồng.
create table procedure_cost (
  version_id  integer       not null references procedure_version,
  position    smallint      not null,
  activity    text          not null,
  hours       numeric(8, 2) not null check (hours >= 0),
  rate        bigint        not null check (rate >= 0),
  other       bigint        not null check (other >= 0),
  primary key (version_id, position)
);

-- A step may be another body's, with a clock of its own (liên thông).
alter table internal_step
  add column unit_code  text    not null default '',
  add column hand_over  boolean not null default false;
alter table internal_process add column proposal_id bigint;

-- What runs beside or instead of the main line, so that internal_step stays a line: opinions asked
-- for in parallel (lấy ý kiến) and alternatives (nhánh rẽ).
create table internal_branch (
  process_id  integer  not null references internal_process,
  position    smallint not null,
  -- Beside (CONSULTATION) or instead of (ALTERNATIVE) this step of the main line.
  at_step     smallint not null,
  kind        text     not null check (kind in ('CONSULTATION', 'ALTERNATIVE')),
  name        text     not null,
  unit_code   text     not null default '',
  role        text     not null default '',
  minutes     integer  not null check (minutes >= 0),
  condition   text     not null default '',
  primary key (process_id, position)
);

-- A file that was read, line by line with its verdict.
create table catalogue_import (
  id        bigint      generated always as identity primary key,
  name      text        not null,
  sha256    text        not null,
  made_by   text        not null,
  made_at   timestamptz not null,
  status    text        not null check (status in ('READ', 'TAKEN', 'DISCARDED')),
  version   integer     not null default 0
);
create table catalogue_import_line (
  import_id  bigint  not null references catalogue_import,
  line       integer not null,
  content    jsonb   not null,
  -- NEW, CHANGED, SAME, DOUBTFUL, WRONG
  verdict    text    not null,
  problems   jsonb   not null,
  ticked     boolean not null default false,
  primary key (import_id, line)
);

-- Review and simplification (rà soát, đơn giản hóa): proposal, assessment, decision, new version.
create table procedure_review (
  id              bigint      generated always as identity primary key,
  procedure_code  text        not null,
  reason          text        not null,
  measures        text        not null,
  steps_before    integer     not null, steps_after    integer not null,
  papers_before   integer     not null, papers_after   integer not null,
  -- Working days, in tenths.
  days_before     integer     not null, days_after     integer not null,
  -- Đồng for one dossier.
  cost_before     bigint      not null, cost_after     bigint  not null,
  volume          integer     not null check (volume >= 0),
  status          text        not null
                  check (status in ('PROPOSED', 'ASSESSED', 'ACCEPTED', 'REFUSED', 'CARRIED')),
  proposed_by     text        not null,
  proposed_at     timestamptz not null,
  assessed_by     text,
  assessed_at     timestamptz,
  assessment      text        not null default '',
  decided_by      text,
  decided_at      timestamptz,
  decision        text        not null default '',
  version         integer     not null default 0,
  check (decided_by is null or decided_by <> proposed_by)
);

-- Four eyes: who proposed never decides.
create table catalogue_proposal (
  id              bigint      generated always as identity primary key,
  kind            text        not null check (kind in ('PROCEDURE', 'PROCESS')),
  procedure_code  text        not null,
  -- Cell by cell as typed.
  content         jsonb       not null,
  valid_from      date        not null,
  reason          text        not null,
  status          text        not null
                  check (status in ('PROPOSED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  -- The version in force when it was written, 0: none. Another one by now: write it anew.
  base_id         integer     not null,
  import_id       bigint      references catalogue_import,
  review_id       bigint      references procedure_review,
  proposed_by     text        not null,
  proposed_at     timestamptz not null,
  decided_by      text,
  decided_at      timestamptz,
  decision        text        not null default '',
  version         integer     not null default 0,
  check (status not in ('APPROVED', 'REJECTED') or decided_by <> proposed_by)
);
create index catalogue_proposal_waiting on catalogue_proposal (proposed_at) where status = 'PROPOSED';
create index catalogue_proposal_procedure on catalogue_proposal (procedure_code);

-- The evaluation of a delegation, due a year after it began and each year after. Append-only.
create table delegation_evaluation (
  id              bigint      generated always as identity primary key,
  procedure_id    integer     not null references procedure,
  delegated_to    text        not null,
  evaluated_on    date        not null,
  -- Timeliness, quality, cost, satisfaction, capacity: 1 to 5.
  scores          smallint[]  not null check (cardinality(scores) = 5),
  conclusion      text        not null check (conclusion in ('CONTINUE', 'ADJUST', 'END')),
  note            text        not null default '',
  recorded_by     text        not null,
  recorded_at     timestamptz not null
);
create index delegation_evaluation_procedure on delegation_evaluation (procedure_id, evaluated_on);
create trigger append_only before update or delete on delegation_evaluation
  for each row execute function refuse_change();
