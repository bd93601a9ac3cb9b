-- Working days of the index of QĐ 766 as data with the days for which they hold. A province; a
-- ministry would have 20 and 10.
create table index_term (
  component     text     not null,
  working_days  smallint not null check (working_days between 1 and 200),
  valid_from    date     not null,
  valid_to      date     not null default 'infinity',
  source        text     not null,
  primary key (component, valid_from),
  check (valid_from < valid_to)
);
insert into index_term (component, working_days, valid_from, source) values
  ('PUBLISHED_ON_TIME', 5, date '2022-06-23',
   'QĐ 766/QĐ-TTg; mô tả công thức 1.1: tỉnh công bố trước ngày hiệu lực 5 ngày làm việc'),
  ('UPDATED_ON_TIME', 5, date '2022-06-23',
   'QĐ 766/QĐ-TTg; mô tả công thức 1.2: tỉnh công khai trong 5 ngày làm việc sau quyết định');

-- What only the national portal knows (1.4): how many dossiers of a month it has as synchronised, and
-- how many were received by the report system and by the portal. Entered with its source; the last
-- entry of a month counts.
create table national_count (
  id              bigint      generated always as identity primary key,
  dataset_id      integer     not null references dataset,
  month           date        not null check (extract(day from month) = 1),
  synchronised    integer     not null check (synchronised >= 0),
  reported        integer     not null check (reported >= 0),
  portal          integer     not null check (portal >= 0),
  source          text        not null check (source <> ''),
  entered_by      text        not null,
  entered_at      timestamptz not null
);
create index national_count_month on national_count (dataset_id, month, id desc);
create trigger append_only before update or delete on national_count
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on national_count
  for each statement execute function refuse_change();
