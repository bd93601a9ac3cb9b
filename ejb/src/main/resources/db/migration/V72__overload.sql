-- Overload of a branch (quá tải): from which level on somebody must do something. No law names a number
-- (KH 29 only asks for a scenario), so they are data with their days.
create table overload_level (
  -- ARRIVALS: visits in the last hour for each open counter; QUEUE: what waits for each open counter;
  -- WAITING: working minutes that the oldest of it waits.
  measure     text    not null check (measure in ('ARRIVALS', 'QUEUE', 'WAITING')),
  level       text    not null check (level in ('BUSY', 'OVERLOADED')),
  least       integer not null check (least > 0),
  basis       text    not null default 'mẫu, chưa ban hành',
  valid_from  date    not null default '-infinity',
  valid_to    date    not null default 'infinity',
  primary key (measure, level, valid_from),
  check (valid_from < valid_to)
);
insert into overload_level (measure, level, least) values
  ('ARRIVALS', 'BUSY', 12), ('ARRIVALS', 'OVERLOADED', 20),
  ('QUEUE', 'BUSY', 15), ('QUEUE', 'OVERLOADED', 30),
  ('WAITING', 'BUSY', 240), ('WAITING', 'OVERLOADED', 480);
create index visit_lately on visit (dataset_id, began_at);
