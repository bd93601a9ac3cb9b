-- The register of indicators (sổ chỉ tiêu): a third roll-up, in long form, written by the stream
-- beside figure_day and board_day in the same transactions. A series is a flow of a day of the
-- dataset's zone; what each means, and whether its body is the competent agency or the receiving
-- branch (0: none), is declared by package vn.motcua.figures.indicator. A new series needs no
-- migration.
create table indicator_day (
  generation  integer not null,
  dataset_id  integer not null,
  indicator   text    not null,
  day         date    not null,
  body_id     integer not null,
  field_id    integer not null,
  -- Of a distribution: a fixed range of minutes, eight to a doubling; else 0.
  bucket      integer not null,
  value       bigint  not null default 0,
  primary key (generation, dataset_id, indicator, day, body_id, field_id, bucket)
);

-- What the stream had in indicator_day at a horizon; as horizon_figure_day.
create table horizon_indicator_day (
  horizon_id  bigint  not null references horizon,
  indicator   text    not null,
  day         date    not null,
  body_id     integer not null,
  field_id    integer not null,
  bucket      integer not null,
  value       bigint  not null,
  primary key (horizon_id, indicator, day, body_id, field_id, bucket)
);
create trigger append_only before update on horizon_indicator_day
  for each row execute function refuse_change();

-- A horizon frozen before the register was counted has nothing to compare it with.
alter table horizon add column with_indicators boolean not null default false;
alter table horizon alter column with_indicators set default true;

-- What a scheduled check kept and found equal may be let go: the verdict stays, the copy does not.
alter table horizon drop constraint horizon_state_check;
alter table horizon add constraint horizon_state_check
  check (state in ('REQUESTED', 'MARKED', 'FROZEN', 'MISSED', 'RELEASED'));

-- How many cells of which roll-up differed, and who asked: the clock or somebody. Every comparison
-- is kept; figure_check goes on telling the last one of a horizon.
create table referee_verdict (
  id           bigint      generated always as identity primary key,
  horizon_id   bigint      not null references horizon,
  dataset_id   integer     not null references dataset,
  -- T of the horizon, and when it was compared.
  time         timestamptz not null,
  checked_at   timestamptz not null default clock_timestamp(),
  asked_by     text        not null,
  figures      bigint      not null,
  board        bigint,
  indicators   bigint,
  -- The first differing cells, as told at the comparison.
  differences  jsonb       not null default '[]',
  took_millis  bigint      not null
);
create index referee_verdict_dataset on referee_verdict (dataset_id, id desc);
create trigger append_only before update or delete on referee_verdict
  for each row execute function refuse_change();
