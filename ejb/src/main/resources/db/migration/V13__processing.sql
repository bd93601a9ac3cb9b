-- What processing adds to the counter's schema (V9).

-- The document and the words behind a step that stopped, ended or went on with a dossier, beside the
-- row of the history that they explain.
create table dossier_statement (
  dossier_id  bigint   not null,
  sequence    integer  not null,
  reason      text     not null,
  -- Number and date of the document; empty: there is none, and then no clock stands still.
  document    text     not null default '',
  primary key (dossier_id, sequence),
  foreign key (dossier_id, sequence) references dossier_transition
);
create trigger append_only before update or delete on dossier_statement
  for each row execute function refuse_change();

alter table dossier_task
  -- The dossier ended while this step was the present one: it was left, not done.
  add column abandoned   boolean     not null default false,
  -- The last taking, passing on or completing of the step, and by whom.
  add column changed_at  timestamptz,
  add column changed_by  text        not null default '';

alter table supplement_request
  -- Why a branch director allowed a second request.
  add column override_reason  text not null default '',
  add column answered_by      text,
  -- Until when the applicant may answer (NĐ 118 Đ19.5: 15 days).
  add column answer_by        timestamptz;
create index supplement_request_open on supplement_request (dossier_id) where answered_at is null;

-- Who of a name has a dossier: the worklist's search folds marks away.
create index person_name on person using gin (fold(full_name) gin_trgm_ops);
create index rating_follow_up on rating (given_at) where follow_up = 'OPEN';
