-- To whom which alert was told (đã báo cho ai): what is told at once is what was not told yet, however
-- long the application was away, and nothing is told twice. Only of work of the same day; a digest
-- repeats on purpose what is still open. Append-only.
create table alert_told (
  dataset_id  integer     not null references dataset,
  login       text        not null,
  -- Named by what it is about: of the stream as in alert, of the application as AlertIds names it.
  alert_id    uuid        not null,
  -- With which notice: at once, or in a digest.
  slot        text        not null check (slot in ('MORNING', 'NOON', 'NOW')),
  told_at     timestamptz not null,
  primary key (dataset_id, login, alert_id)
);
create index alert_told_lately on alert_told (dataset_id, told_at);
create trigger append_only before update or delete on alert_told
  for each row execute function refuse_change();
comment on column staff_notice.subject is 'NOW: the id of the one alert; empty for a digest';

-- Feedback that nobody was given to decide is told to the head of the body that has it, too.
insert into escalation_step (kind, level, minutes) values ('FEEDBACK', 'HEAD', 0);
