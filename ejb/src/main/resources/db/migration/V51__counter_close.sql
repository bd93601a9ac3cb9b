-- The closing of a counter's day (chốt ngày): what the system says against what was counted.

-- Locked for sharing while cash is taken or given, and alone while the day is closed.
create table counter_day (
  dataset_id  integer not null references dataset,
  branch_id   integer not null references unit,
  counter     text    not null check (counter <> ''),
  day         date    not null,
  closed      boolean not null default false,
  primary key (dataset_id, branch_id, counter, day)
);

create table counter_close (
  id                 bigint generated always as identity primary key,
  dataset_id         integer     not null,
  branch_id          integer     not null,
  counter            text        not null,
  day                date        not null,
  -- Whose day at the desk it was: dossiers are counted by the clerk, money by the counter.
  clerk              text        not null,
  received_expected  integer     not null,
  received_counted   integer     not null check (received_counted >= 0),
  papers_expected    integer     not null,
  papers_counted     integer     not null check (papers_counted >= 0),
  returned_expected  integer     not null,
  returned_counted   integer     not null check (returned_counted >= 0),
  cash_expected      bigint      not null,
  cash_counted       bigint      not null,
  -- For the sheet only: what came in without touching the drawer.
  transferred        bigint      not null,
  first_receipt      text        not null default '',
  last_receipt       text        not null default '',
  shelf              text        not null,
  bag_seal           text        not null,
  reason             text        not null default '',
  closed_at          timestamptz not null,
  closed_by          text        not null,
  unique (dataset_id, branch_id, counter, day),
  foreign key (dataset_id, branch_id, counter, day) references counter_day,
  check (reason <> '' or (received_expected = received_counted
    and papers_expected = papers_counted and returned_expected = returned_counted
    and cash_expected = cash_counted))
);
create trigger append_only before update or delete on counter_close
  for each row execute function refuse_change();
