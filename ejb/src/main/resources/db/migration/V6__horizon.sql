-- Horizons: named cuts of the log ("all transactions before xid, the time T"), and the figures that
-- the stream had at exactly that cut.

create table horizon (
  id            bigint generated always as identity primary key,
  dataset_id    integer     not null references dataset,
  -- The period whose figures are kept; days of the dataset's zone, half-open. Days before from_day
  -- are kept as one opening row per cell, dated the day before from_day.
  from_day      date        not null default '-infinity',
  to_day        date        not null default 'infinity',
  -- REQUESTED by someone; MARKED: xid and time are known and the referee can answer; FROZEN: the
  -- stream's figures at the cut are in horizon_figure_day; MISSED: the stream did not come in time.
  state         text        not null default 'REQUESTED'
                check (state in ('REQUESTED', 'MARKED', 'FROZEN', 'MISSED')),
  requested_by  text        not null,
  requested_at  timestamptz not null default clock_timestamp(),
  xid           xid8,
  time          timestamptz,
  generation    integer,
  marked_at     timestamptz,
  frozen_at     timestamptz,
  check (from_day < to_day)
);
create index horizon_requested on horizon (id) where state = 'REQUESTED';

create table horizon_figure_day (
  horizon_id             bigint   not null references horizon,
  day                    date     not null,
  unit_id                integer  not null,
  field_id               integer  not null,
  channel                text     not null,
  dated                  boolean  not null,
  open_in                bigint   not null,
  open_out               bigint   not null,
  within_in              bigint   not null,
  within_out             bigint   not null,
  paused_in              bigint   not null,
  paused_out             bigint   not null,
  overdue_in             bigint   not null,
  overdue_out            bigint   not null,
  received               bigint   not null,
  transferred_in         bigint   not null,
  reopened               bigint   not null,
  early_granted          bigint   not null,
  early_refused          bigint   not null,
  on_time_granted        bigint   not null,
  on_time_refused        bigint   not null,
  late_granted           bigint   not null,
  late_refused           bigint   not null,
  undated_granted        bigint   not null,
  undated_refused        bigint   not null,
  closed_before_due      bigint   not null,
  closed_after_due       bigint   not null,
  voided                 bigint   not null,
  transferred_out        bigint   not null,
  primary key (horizon_id, day, unit_id, field_id, channel, dated)
);
create trigger append_only before update on horizon_figure_day
  for each row execute function refuse_change();
