-- Reports as they were issued: the very bytes, so that one can be printed again exactly as known then.
create table report_issue (
  id          bigint generated always as identity primary key,
  form        text        not null,
  dataset_id  integer     not null references dataset,
  unit_id     integer     references unit,
  from_day    date        not null,
  to_day      date        not null,
  horizon_id  bigint      not null references horizon,
  issued_by   text        not null,
  issued_at   timestamptz not null default clock_timestamp(),
  pdf         bytea       not null,
  xlsx        bytea       not null
);
create trigger append_only before update or delete on report_issue
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on report_issue
  for each statement execute function refuse_change();
