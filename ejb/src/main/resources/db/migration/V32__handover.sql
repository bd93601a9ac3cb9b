-- Hand-over slips (phiếu bàn giao) and moves of open dossiers between bodies.

-- NĐ 118/2025 Đ18: papers the same working day, after this time of day at the start of the next.
create table handover_rule (
  cutoff      time not null,
  basis       text not null,
  valid_from  date not null primary key,
  valid_to    date not null default 'infinity',
  check (valid_from < valid_to)
);
insert into handover_rule (cutoff, basis, valid_from)
values ('15:00', 'NĐ 118/2025/NĐ-CP Đ18 (trước đó NĐ 61/2018 Đ18)', '2018-06-21');

-- Numbers of slips per giving body and year: the transaction that takes one writes the slip.
create table handover_counter (
  dataset_id  integer  not null,
  unit_id     integer  not null,
  year        smallint not null,
  last        integer  not null,
  primary key (dataset_id, unit_id, year)
);

create table handover_slip (
  id           bigint generated always as identity primary key,
  dataset_id   integer     not null references dataset,
  number       text        not null,
  kind         text        not null check (kind in ('PAPERS', 'RESULTS')),
  from_unit    integer     not null references unit,
  to_unit      integer     not null references unit,
  state        text        not null check (state in ('OPEN', 'SENT', 'RECEIVED')),
  opened_by    text        not null,
  opened_at    timestamptz not null,
  sent_by      text,
  sent_at      timestamptz,
  received_by  text,
  received_at  timestamptz,
  version      integer     not null default 0,
  unique (dataset_id, number),
  check (from_unit <> to_unit)
);
create index handover_slip_from on handover_slip (from_unit, opened_at desc);
create index handover_slip_to on handover_slip (to_unit, opened_at desc);

create table handover_line (
  slip_id     bigint      not null references handover_slip,
  dossier_id  bigint      not null references dossier,
  position    integer     not null,
  scanned_by  text        not null,
  scanned_at  timestamptz not null,
  hand_by     timestamptz,
  verdict     text        check (verdict in ('RECEIVED', 'MISSING', 'DAMAGED', 'EXTRA')),
  note        text        not null default '',
  -- On a slip that is not received yet: a dossier is on one of them at most.
  pending     boolean     not null default true,
  primary key (slip_id, dossier_id)
);
create unique index handover_line_pending on handover_line (dossier_id) where pending;
create index handover_line_dossier on handover_line (dossier_id);

-- Moves of open dossiers by signed list (bàn giao hồ sơ đang giải quyết).
create table dossier_move (
  id          bigint generated always as identity primary key,
  dataset_id  integer     not null references dataset,
  -- The decision or signed list that orders it.
  document    text        not null check (document <> ''),
  to_unit     integer     not null references unit,
  to_branch   integer     references unit,
  moved_at    timestamptz not null,
  made_by     text        not null,
  made_at     timestamptz not null
);
create table dossier_move_line (
  move_id     bigint      not null references dossier_move,
  position    integer     not null,
  code        text        not null,
  dossier_id  bigint      references dossier,
  verdict     text        not null
              check (verdict in ('MOVED', 'UNKNOWN', 'NOT_OPEN', 'ALREADY_THERE', 'TWICE', 'FAILED')),
  from_unit   integer     references unit,
  note        text        not null default '',
  written_at  timestamptz not null default clock_timestamp(),
  primary key (move_id, position)
);
create trigger append_only before update or delete on dossier_move_line
  for each row execute function refuse_change();
