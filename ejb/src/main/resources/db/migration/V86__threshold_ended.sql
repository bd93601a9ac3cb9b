-- A procedure's own threshold may end: from its day on that of all procedures holds again.
alter table threshold_change
  -- new_value is then the general threshold of that day.
  add column ended boolean not null default false;
