-- Dossiers that are processed in a ministry's own software (phần mềm của bộ, ngành): received here or
-- there, decided there; we hold their statuses only, and none of our internal processes runs.

create table external_dossier (
  dossier_id     bigint      primary key references dossier,
  dataset_id     integer     not null references dataset,
  -- procedure_version.source_system on the day of receipt.
  system         text        not null check (system <> ''),
  -- The number that it has there; null: not known yet.
  external_code  text        check (external_code <> ''),
  linked_at      timestamptz,
  linked_by      text,
  -- It came in there, and was told to us.
  registered     boolean     not null default false,
  check ((external_code is null) = (linked_at is null)),
  check ((external_code is null) = (linked_by is null))
);
create unique index external_dossier_code
  on external_dossier (dataset_id, system, upper(external_code));

-- What their words mean to us. A word is never changed: it ends, and another begins.
create table external_status_word (
  id           bigint      generated always as identity primary key,
  system       text        not null check (system <> ''),
  word         text        not null,
  -- Without marks and case, as it is compared.
  word_key     text        not null check (word_key <> ''),
  -- Null: known, and nothing happens.
  meaning      text        check (meaning in ('RECEIVED', 'SUPPLEMENT_REQUESTED', 'SUPPLEMENTED',
                             'RESULT_READY', 'REFUSED', 'RETURNED', 'WITHDRAWN')),
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  ended_by     text,
  ended_at     timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index external_status_word_present
  on external_status_word (system, word_key) where ended_at is null;

-- Every status that was told, also those that change nothing.
create table external_status (
  id             bigint      generated always as identity primary key,
  dossier_id     bigint      not null references external_dossier,
  -- The sender's own count; null: it does not count, moment and word say which one it is.
  number         integer     check (number > 0),
  word           text        not null,
  word_key       text        not null,
  -- As told; what counts is never before the receipt.
  occurred_at    timestamptz not null,
  note           text        not null default '',
  items          text[]      not null default '{}',
  result_number  text        not null default '',
  signed_on      date,
  signer         text        not null default '',
  digest         text        not null,
  received_at    timestamptz not null,
  received_by    text        not null,
  by_hand        boolean     not null,
  meaning        text,
  -- APPLIED: became a step of the history. WAITING: for one that comes before it. TOO_LATE: what
  -- happened later is on record. UNKNOWN: nobody has said what the word means. NOTED: it means
  -- nothing here.
  verdict        text        not null
                 check (verdict in ('APPLIED', 'WAITING', 'TOO_LATE', 'UNKNOWN', 'NOTED')),
  settled_at     timestamptz
);
create unique index external_status_number
  on external_status (dossier_id, number) where number is not null;
create unique index external_status_moment
  on external_status (dossier_id, occurred_at, word_key) where number is null;
create index external_status_sender on external_status (received_by, received_at);
create index external_status_unknown on external_status (word_key) where verdict = 'UNKNOWN';
