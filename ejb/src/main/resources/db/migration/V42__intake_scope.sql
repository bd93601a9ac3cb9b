-- Which branch may receive what, from which day (phạm vi tiếp nhận, phi địa giới). Null means every
-- one. The rule that names most decides; of two alike the later one.
create table intake_scope (
  id            bigint      generated always as identity primary key,
  dataset_id    integer     not null references dataset,
  -- Bodies by their first versions.
  branch_id     integer     references unit,
  agency_id     integer     references unit,
  level         text        check (level in ('PROVINCE', 'COMMUNE')),
  channel       text        check (channel in ('DIRECT', 'ONLINE', 'POST')),
  procedure_id  integer     references procedure,
  allowed       boolean     not null,
  valid_from    date        not null,
  valid_to      date        not null default 'infinity',
  document      text        not null,
  recorded_by   text        not null,
  recorded_at   timestamptz not null,
  ended_by      text,
  version       integer     not null default 0,
  check (valid_from < valid_to)
);
create index intake_scope_day on intake_scope (dataset_id, valid_from, valid_to);

insert into intake_scope (dataset_id, allowed, valid_from, document, recorded_by, recorded_at)
values (1, true, date '2024-12-01',
        '29/KH-UBND ngày 25/01/2025: tiếp nhận phi địa giới hành chính', 'system', timestamptz '2024-12-01 00:00+07');
