-- A dossier follows the whole of its internal process: opinions in parallel, alternatives, steps back,
-- hand-overs to another agency (liên thông). The main line stays one open step at a time.

alter table internal_step
  -- How many of the opinions asked for beside the step are enough to go on; null: all.
  add column opinions_needed smallint check (opinions_needed > 0);

alter table internal_branch
  drop constraint internal_branch_kind_check,
  -- Of a way back (trả lại bước trước): the step that it leads to.
  add column to_step smallint,
  add constraint internal_branch_kind_check check (kind in ('CONSULTATION', 'ALTERNATIVE', 'BACK')),
  add constraint internal_branch_back
    check ((kind = 'BACK') = (to_step is not null) and (to_step is null or to_step < at_step));

alter table dossier_task
  -- MAIN: the step at which the dossier stands; CONSULTATION: an opinion asked for beside it.
  add column kind text not null default 'MAIN' check (kind in ('MAIN', 'CONSULTATION')),
  -- The step beside which an opinion is asked for.
  add column beside_id bigint references dossier_task,
  -- The branch of the process that it follows; null: the main line.
  add column branch_position smallint,
  -- Handed over to another agency, with its own clock; from_unit_id is who handed it over.
  add column hand_over boolean not null default false,
  add column from_unit_id integer references unit,
  -- How it ended, where not simply by being done: gone back, returned to who handed it over, or an
  -- opinion that was no longer waited for.
  add column ending text not null default '' check (ending in ('', 'BACK', 'RETURNED', 'WAIVED')),
  -- Number and date of the opinion, or of the letter that returns a hand-over.
  add column document text not null default '',
  add constraint dossier_task_beside check ((kind = 'CONSULTATION') = (beside_id is not null));

drop index dossier_task_present;
create unique index dossier_task_present on dossier_task (dossier_id)
  where completed_at is null and kind = 'MAIN';
create unique index dossier_task_opinion on dossier_task (beside_id, branch_position)
  where beside_id is not null;
-- What other agencies owe, for their reminders.
create index dossier_task_owed on dossier_task (due_at)
  where completed_at is null and (kind = 'CONSULTATION' or hand_over);

comment on column dossier_task.dossier_due_at is
  'What worklists go by: the dossier''s due moment; of an opinion, its own.';

-- Why a step of the history led back.
alter table dossier_statement drop constraint dossier_statement_cause_check;
alter table dossier_statement add constraint dossier_statement_cause_check
  check (cause in ('', 'FINANCIAL_OBLIGATION', 'STEP_BACK', 'HANDOVER_RETURNED'));
