-- The organisation changes by date: people's kinds and posts, secondment, substitution, the parallel
-- running with the former one-stop units, post and agent companies with their work.

-- What a person is employed as limits what the person may do (NĐ 118 Đ11: no contract labour for
-- intake; post staff guide, receive and return only).
alter table staff add column kind text not null default 'CIVIL_SERVANT'
  check (kind in ('CIVIL_SERVANT', 'PUBLIC_EMPLOYEE', 'POST_STAFF', 'CONTRACT'));

create function kind_allows(kind text, role text) returns boolean
  language sql immutable parallel safe
  return case kind
    when 'CONTRACT' then role not in ('CLERK', 'OFFICER', 'BRANCH_DIRECTOR', 'LEADER')
    when 'POST_STAFF' then role = 'CLERK'
    else true end;

-- A role that the kind does not allow cannot be given, by whatever way.
create function refuse_role_of_kind() returns trigger language plpgsql as $$
begin
  if not kind_allows((select s.kind from account a join staff s on s.id = a.staff_id
                      where a.id = new.account_id), new.role) then
    raise exception 'the kind of staff does not allow role %', new.role
      using errcode = 'check_violation', constraint = 'account_role_kind';
  end if;
  return new;
end $$;
create trigger kind_allows_role before insert or update on account_role
  for each row execute function refuse_role_of_kind();

-- Who leads a branch: one director, at most two deputies. Append only; an end is entered once.
create table unit_post (
  id           bigint      generated always as identity primary key,
  unit_id      integer     not null references unit,
  staff_id     integer     not null references staff,
  post         text        not null check (post in ('DIRECTOR', 'DEPUTY')),
  valid_from   date        not null,
  valid_to     date        not null default 'infinity',
  document     text        not null,
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  check (valid_from < valid_to)
);
create index unit_post_unit on unit_post (unit_id, valid_from);

-- Secondment (biệt phái) with its term: the person works within the other body's scope meanwhile.
create table secondment (
  id           bigint      generated always as identity primary key,
  account_id   integer     not null references account,
  unit_id      integer     not null references unit,
  valid_from   date        not null,
  valid_to     date        not null,
  document     text        not null,
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  check (valid_from < valid_to)
);
create index secondment_account on secondment (account_id);

-- Substitution during absence (người thay thế): the rights of the absent for a term.
create table substitution (
  id             bigint      generated always as identity primary key,
  absent_id      integer     not null references account,
  substitute_id  integer     not null references account,
  valid_from     date        not null,
  valid_to       date        not null,
  reason         text        not null,
  recorded_by    text        not null,
  recorded_at    timestamptz not null,
  check (absent_id <> substitute_id),
  check (valid_from < valid_to)
);
create index substitution_substitute on substitution (substitute_id);

-- Former one-stop units (bộ phận một cửa cũ) that ran beside a branch and until when.
create table one_stop_transition (
  id             integer  generated always as identity primary key,
  former         text     not null,
  -- Codes of the branches; empty: all of the phase.
  branch         text     not null default '',
  phase          smallint not null,
  parallel_from  date     not null,
  -- The day from which it receives no more; null: not decided.
  ended_on       date,
  source         text     not null
);
insert into one_stop_transition (former, branch, phase, parallel_from, ended_on, source) values
  ('Bộ phận Một cửa các sở', 'cn-tay-ho', 1, date '2024-12-01', date '2025-04-01', '29/KH-UBND ngày 25/01/2025, II.2.1'),
  ('Bộ phận Một cửa các sở', 'cn-cau-giay', 1, date '2024-12-01', date '2025-04-01', '29/KH-UBND ngày 25/01/2025, II.2.1'),
  ('Bộ phận Một cửa UBND các quận, huyện, thị xã', '', 2, date '2025-04-01', date '2025-07-01', '29/KH-UBND ngày 25/01/2025, II.2.2');

-- Post and agent companies (doanh nghiệp bưu chính, đại lý) and the work they did.
create table service_company (
  id           integer     generated always as identity primary key,
  name         text        not null,
  kind         text        not null check (kind in ('POST', 'AGENT')),
  contract     text        not null,
  valid_from   date        not null,
  valid_to     date        not null default 'infinity',
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  check (valid_from < valid_to)
);
create table service_work (
  id            bigint      generated always as identity primary key,
  company_id    integer     not null references service_company,
  unit_id       integer     not null references unit,
  -- First day of the month.
  month         date        not null check (extract(day from month) = 1),
  activity      text        not null check (activity in ('GUIDE', 'RECEIVE', 'DIGITISE', 'RETURN')),
  volume        integer     not null check (volume >= 0),
  -- Đồng for one unit of work (định mức).
  norm          bigint      not null check (norm >= 0),
  recorded_by   text        not null,
  recorded_at   timestamptz not null,
  -- Acceptance (nghiệm thu), by somebody else.
  accepted      integer     check (accepted between 0 and volume),
  accepted_by   text,
  accepted_at   timestamptz,
  note          text        not null default '',
  version       integer     not null default 0,
  unique (company_id, unit_id, month, activity),
  check (accepted_by is null or accepted_by <> recorded_by)
);
