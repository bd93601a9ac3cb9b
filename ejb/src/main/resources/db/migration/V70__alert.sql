-- The deadline watch (theo dõi hạn): thresholds for the stream to read, alerts for it to write.

-- When something is told (ngưỡng cảnh báo). A dossier keeps the rule of the day it was received on;
-- a rule of its own procedure goes before that of all (procedure 0).
create table alert_rule (
  kind                text    not null check (kind in ('DUE_SOON', 'UNTOUCHED')),
  procedure_id        integer not null default 0,
  -- DUE_SOON: before the due moment; UNTOUCHED: since the last deed (chưa xử lý quá N giờ).
  minutes             integer not null check (minutes > 0),
  -- Minutes of the city's working calendar, or of the clock on the wall.
  working             boolean not null default true,
  -- DUE_SOON: this much of the limit must be used first, so that short limits are not due soon at once.
  not_before_percent  integer not null default 0 check (not_before_percent between 0 and 100),
  basis               text    not null,
  valid_from          date    not null default '-infinity',
  valid_to            date    not null default 'infinity',
  primary key (kind, procedure_id, valid_from),
  check (valid_from < valid_to)
);
insert into alert_rule (kind, minutes, not_before_percent, basis, valid_from) values
  ('DUE_SOON', 480, 50, 'mẫu, chưa ban hành: một ngày làm việc trước hạn', '2000-01-01'),
  ('UNTOUCHED', 480, 0, 'mẫu, chưa ban hành: chưa xử lý quá 8 giờ làm việc', '2000-01-01');

-- The city's working time as the application knows it, for the stream, which has no calendar of its
-- own. Replaced as a whole when the calendar changes.
create table working_span (
  starts_at  timestamptz primary key,
  ends_at    timestamptz not null,
  check (starts_at < ends_at)
);

-- Alerts, written by the stream only, in the transaction of the figures and of the position. A row is
-- absolute; its id is made of what it is about, so a replay finds it again.
create table alert (
  generation    integer     not null,
  id            uuid        not null,
  dataset_id    integer     not null,
  dossier_id    bigint      not null,
  -- See vn.motcua.analytics.job.watch.AlertKind.
  kind          text        not null,
  -- The entry of the dossier's history that began it.
  sequence      integer     not null,
  unit_id       integer     not null,
  branch_id     integer     not null,
  procedure_id  integer     not null,
  -- When it became true, and ceased to be; null while it is.
  raised_at     timestamptz not null,
  cleared_at    timestamptz,
  due_at        timestamptz,
  -- An entry that came late showed that it never was true.
  withdrawn     boolean     not null default false,
  primary key (generation, id)
);
create index alert_open_unit on alert (generation, dataset_id, unit_id, raised_at)
  where cleared_at is null;
create index alert_open_branch on alert (generation, dataset_id, branch_id, raised_at)
  where cleared_at is null;
create index alert_dossier on alert (generation, dossier_id);
-- Until the application has written its calendar: ordinary weeks, no holidays.
insert into working_span (starts_at, ends_at)
select (day + s.opens) at time zone 'Asia/Ho_Chi_Minh', (day + s.closes) at time zone 'Asia/Ho_Chi_Minh'
from generate_series(timestamp '2024-01-01', timestamp '2030-12-31', interval '1 day') day,
  (values (time '08:00', time '12:00'), (time '13:30', time '17:30')) s (opens, closes)
where extract(isodow from day) < 6;
