-- Dossiers (hồ sơ) and their history.

create sequence dossier_id_seq increment by 50;

-- The dossier as it stands now. Every change goes with a row of dossier_transition.
create table dossier (
  id               bigint      primary key,
  dataset_id       integer     not null references dataset,
  code             text        not null,
  procedure_id     integer,
  field_id         integer     not null references field,
  -- The competent agency (cơ quan có thẩm quyền) and the receiving branch (chi nhánh).
  unit_id          integer     not null references unit,
  branch_id        integer     references unit,
  channel          text        not null check (channel in ('DIRECT', 'ONLINE', 'POST', 'OTHER')),
  state            text        not null
                   check (state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED', 'VOIDED')),
  received_at      timestamptz not null,
  due_at           timestamptz,
  original_due_at  timestamptz,
  finished_at      timestamptz,
  outcome          text        check (outcome in ('GRANTED', 'REFUSED')),
  closed_at        timestamptz,
  close_reason     text,
  returned_at      timestamptz,
  sequence         integer     not null,
  version          integer     not null default 0
);
create unique index dossier_code on dossier (dataset_id, code);

-- What happened to a dossier, step by step: the operational history that screens show and that the
-- referee counts from. Append-only. Columns beside the kind say what the row changed; null means
-- "not changed by this row".
create table dossier_transition (
  dossier_id     bigint      not null,
  sequence       integer     not null,
  dataset_id     integer     not null,
  kind           text        not null check (kind in (
                   'RECEIVED', 'STEP', 'PAUSED', 'RESUMED', 'DUE_MOVED', 'FINISHED', 'CLOSED',
                   'REOPENED', 'VOIDED', 'REATTRIBUTED', 'CORRECTED', 'RETURNED', 'OBSERVED')),
  -- When it happened in the world, and when it was written down.
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  xid            xid8        not null default pg_current_xact_id(),
  -- RECEIVED, CORRECTED: moments of the fact; elsewhere the fact's moment is occurred_at.
  received_at    timestamptz,
  finished_at    timestamptz,
  due_at         timestamptz,
  unit_id        integer,
  branch_id      integer,
  field_id       integer,
  channel        text,
  lawful         boolean,
  due_cause      text,
  outcome        text,
  reason         text,
  activity       text,
  actor          text,
  note           text,
  primary key (dossier_id, sequence)
);
create index dossier_transition_dataset on dossier_transition (dataset_id, xid);
create trigger append_only before update or delete on dossier_transition
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on dossier_transition
  for each statement execute function refuse_change();
