-- Rebuilds of the figures (dựng lại số liệu): the whole log is read into a new generation of the read
-- model, while the former one is shown; the two pointers change in one transaction, once the new one
-- is equal to the referee's recount.

alter table read_model
  -- The formulas by which the generation shown was counted.
  add column formula_version text not null default '2026-11';

create table rebuild (
  id               bigint      generated always as identity primary key,
  generation       integer     not null unique,
  -- The generation that was shown when the rebuild began.
  former           integer     not null,
  formula_version  text        not null,
  -- REQUESTED; READING: its job reads the log; COMPARING with the referee; SWITCHED: it is shown;
  -- DIFFERENT: the referee counts otherwise; CANCELLED by somebody.
  state            text        not null default 'REQUESTED' check (state in (
                     'REQUESTED', 'READING', 'COMPARING', 'SWITCHED', 'DIFFERENT', 'CANCELLED')),
  reason           text        not null,
  requested_by     text        not null,
  requested_at     timestamptz not null default clock_timestamp(),
  -- How many datasets were compared, and in how many cells they differ.
  compared         integer     not null default 0,
  differences      bigint      not null default 0,
  ended_at         timestamptz,
  -- When the rows of the generation that is no longer needed were gone.
  dropped_at       timestamptz
);
create unique index rebuild_one_at_a_time on rebuild ((true))
  where state in ('REQUESTED', 'READING', 'COMPARING');

-- A horizon speaks of the generation that is shown, unless it was asked for another.
comment on column horizon.generation is
  'Set when it was asked for one that is being rebuilt; else when it is marked';
