-- After an unhappy rating (đánh giá từ 2 điểm trở xuống): who follows it up, until when, with what
-- outcome; and ratings that staff contest.

create table rating_setting (
  -- Working days for a follow-up.
  follow_up_days   smallint not null check (follow_up_days between 1 and 60),
  -- As many ratings of one device on one day are shown apart; tablets of the counter are not meant.
  device_per_day   smallint not null check (device_per_day between 2 and 1000),
  valid_from       date     primary key,
  valid_to         date     not null default 'infinity',
  source           text     not null
);
insert into rating_setting (follow_up_days, device_per_day, valid_from, source)
values (5, 4, date '2025-01-01', 'Mức của Trung tâm');

create table follow_up (
  dossier_id  bigint      primary key references rating,
  opened_at   timestamptz not null,
  due_at      timestamptz not null,
  assigned_to text,
  outcome     text        not null default '',
  closed_at   timestamptz,
  closed_by   text,
  check (closed_at is null or outcome <> '')
);
create index follow_up_open on follow_up (due_at) where closed_at is null;
create index rating_device on rating (device, given_at) where device <> '';

create table rating_contest (
  dossier_id    bigint      primary key references rating,
  reason        text        not null check (reason <> ''),
  contested_at  timestamptz not null,
  contested_by  text        not null,
  decided_at    timestamptz,
  decided_by    text,
  -- True: the contest is right, the rating was not about this service.
  upheld        boolean,
  decision      text        not null default '',
  check ((decided_at is null) = (upheld is null)),
  check (decided_by is null or decided_by <> contested_by)
);
create trigger kept before delete on rating_contest
  for each row execute function refuse_deletion();

-- Follow-ups opened before there were terms: a week, about five working days.
insert into follow_up (dossier_id, opened_at, due_at)
select dossier_id, given_at, given_at + interval '7 days' from rating where follow_up = 'OPEN';
