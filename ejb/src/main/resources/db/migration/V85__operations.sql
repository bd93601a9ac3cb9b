-- What runs the figures, as engineers steer it (vận hành luồng số liệu).

-- A rebuild may wait for a yes before its figures are shown: AGREED. After the yes it is compared once
-- more, for time has passed.
alter table rebuild
  add column asks_before_switch boolean not null default false,
  add column confirmed_by       text,
  add column confirmed_at       timestamptz,
  drop constraint rebuild_state_check,
  add constraint rebuild_state_check check (state in (
    'REQUESTED', 'READING', 'COMPARING', 'AGREED', 'SWITCHED', 'DIFFERENT', 'CANCELLED')),
  add check ((confirmed_by is null) = (confirmed_at is null));
drop index rebuild_one_at_a_time;
create unique index rebuild_one_at_a_time on rebuild ((true))
  where state in ('REQUESTED', 'READING', 'COMPARING', 'AGREED');

-- Who moved which threshold from which day on (sổ thay đổi ngưỡng). Append-only.
create table threshold_change (
  id          bigint generated always as identity primary key,
  -- alert_rule, escalation_step, overload_level, with the two halves of the key.
  threshold   text        not null check (threshold in ('ALERT', 'ESCALATION', 'OVERLOAD')),
  kind        text        not null,
  part        text        not null,
  old_value   integer     not null,
  new_value   integer     not null,
  valid_from  date        not null,
  basis       text        not null check (basis <> ''),
  changed_by  text        not null,
  changed_at  timestamptz not null
);
create trigger append_only before update or delete on threshold_change
  for each row execute function refuse_change();
