-- A branch without the system (mất hệ thống): codes reserved before, a window declared by the
-- director, entry afterwards with the moment at which it happened.

create table outage_window (
  id           bigint generated always as identity primary key,
  dataset_id   integer     not null references dataset,
  branch_id    integer     not null references unit,
  from_at      timestamptz not null,
  to_at        timestamptz not null,
  reason       text        not null check (reason <> ''),
  declared_by  text        not null,
  declared_at  timestamptz not null,
  check (from_at < to_at)
);
create index outage_window_branch on outage_window (branch_id, from_at);
create trigger append_only before update or delete on outage_window
  for each row execute function refuse_change();

-- Codes that the counter never gives out (dải mã giữ trước), per branch, agency and day.
create table reserved_code (
  dataset_id   integer     not null references dataset,
  code         text        not null,
  branch_id    integer     not null references unit,
  agency_id    integer     not null references unit,
  day          date        not null,
  reserved_by  text        not null,
  reserved_at  timestamptz not null,
  dossier_id   bigint      unique references dossier,
  used_by      text,
  used_at      timestamptz,
  primary key (dataset_id, code),
  check ((dossier_id is null) = (used_at is null))
);
create index reserved_code_branch on reserved_code (branch_id, day, agency_id, code);
