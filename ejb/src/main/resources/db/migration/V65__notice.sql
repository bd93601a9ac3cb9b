-- Notices to the applicant and to the officers of a dossier (thông báo): that a moment they were
-- promised or held to is another now, and why. Written in the transaction that moves it; they are
-- read on the tracking page and on the dossier's page. Append-only: who was told what stays.
create table notice (
  id           bigint      generated always as identity primary key,
  dossier_id   bigint      not null references dossier,
  audience     text        not null check (audience in ('APPLICANT', 'OFFICER')),
  kind         text        not null check (kind in ('DUE_MOVED', 'STEP_MOVED')),
  -- The body whose officers are told, and the one who has the step; null: the applicant.
  unit_id      integer     references unit,
  login        text,
  -- The step's name; empty where the whole dossier is meant.
  step         text        not null default '',
  old_moment   timestamptz not null,
  new_moment   timestamptz not null,
  reason       text        not null check (reason <> ''),
  made_by      text        not null,
  made_at      timestamptz not null,
  check ((audience = 'OFFICER') = (unit_id is not null))
);
create index notice_dossier on notice (dossier_id, id);
create index notice_unit on notice (unit_id, id desc) where audience = 'OFFICER';
create trigger append_only before update or delete on notice
  for each row execute function refuse_change();
