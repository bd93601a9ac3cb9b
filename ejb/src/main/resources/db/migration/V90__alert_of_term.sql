-- An alert may be of a term besides the dossier's own: of a step, a submission, feedback.
alter table alert
  -- The row of dossier_task, submission or feedback, by the kind; 0: it is about the dossier itself,
  -- and sequence names the entry that began it.
  add column thing_id bigint not null default 0;
create index alert_open_thing on alert (generation, kind, thing_id)
  where cleared_at is null and thing_id <> 0;
