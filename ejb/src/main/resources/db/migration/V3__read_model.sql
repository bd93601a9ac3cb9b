-- The read model: written by the stream (analytics/job) only, read by screens and reports. It can be
-- rebuilt from the log at any time. A rebuild writes a new generation and then moves the pointer.

create table read_model (
  one                boolean primary key default true check (one),
  active_generation  integer not null
);
insert into read_model (active_generation) values (1);

-- The declared roll-up day × competent agency × field × channel. `dated` splits off dossiers without
-- a legal limit. Columns are flows on that day (day of the dataset's zone); a stock at the start of
-- day D is the sum of ..._in − ..._out over all days before D.
create table figure_day (
  generation             integer  not null,
  dataset_id             integer  not null,
  day                    date     not null,
  unit_id                integer  not null,
  field_id               integer  not null,
  channel                text     not null,
  dated                  boolean  not null,
  open_in                bigint   not null default 0,
  open_out               bigint   not null default 0,
  within_in              bigint   not null default 0,
  within_out             bigint   not null default 0,
  paused_in              bigint   not null default 0,
  paused_out             bigint   not null default 0,
  overdue_in             bigint   not null default 0,
  overdue_out            bigint   not null default 0,
  received               bigint   not null default 0,
  transferred_in         bigint   not null default 0,
  reopened               bigint   not null default 0,
  early_granted          bigint   not null default 0,
  early_refused          bigint   not null default 0,
  on_time_granted        bigint   not null default 0,
  on_time_refused        bigint   not null default 0,
  late_granted           bigint   not null default 0,
  late_refused           bigint   not null default 0,
  undated_granted        bigint   not null default 0,
  undated_refused        bigint   not null default 0,
  closed_before_due      bigint   not null default 0,
  closed_after_due       bigint   not null default 0,
  voided                 bigint   not null default 0,
  transferred_out        bigint   not null default 0,
  primary key (generation, dataset_id, day, unit_id, field_id, channel, dated)
);

-- One row per dossier as the stream sees it, for drill-down.
create table dossier_fact (
  generation     integer     not null,
  dossier_id     bigint      not null,
  dataset_id     integer     not null,
  -- The last entry of the dossier that is included.
  sequence       integer     not null,
  unit_id        integer     not null,
  branch_id      integer     not null,
  field_id       integer     not null,
  procedure_id   integer     not null,
  channel        text        not null,
  -- WITHIN, PAUSED, OVERDUE while open; EARLY, ON_TIME, LATE, UNDATED, CLOSED_BEFORE_DUE,
  -- CLOSED_AFTER_DUE, VOIDED after.
  class          text        not null,
  received_at    timestamptz not null,
  due_at         timestamptz,
  original_due_at timestamptz,
  overdue_since  timestamptz,
  ended_at       timestamptz,
  outcome        text,
  returned_at    timestamptz,
  primary key (generation, dossier_id)
);
create index dossier_fact_unit on dossier_fact (generation, dataset_id, unit_id, class, due_at);

-- How far the stream has come. The row and the figures it speaks of are written in one transaction:
-- everything recorded before `time` is included. `flushed_at` is the database's clock at that write;
-- after a restart the sink holds its writes back until it has come past it again.
create table stream_position (
  generation  integer     primary key,
  time        timestamptz not null,
  flushed_at  timestamptz not null
);
