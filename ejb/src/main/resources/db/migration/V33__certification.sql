-- Certified copies and signatures (chứng thực).

-- Fees with validity dates: so much a page for the first pages of a copy, then less, at most a cap.
create table certification_fee (
  book          text     not null check (book in ('COPY', 'SIGNATURE')),
  first_pages   smallint not null,
  first_amount  bigint   not null,
  next_amount   bigint   not null,
  -- 0: there is none.
  cap           bigint   not null,
  basis         text     not null,
  valid_from    date     not null,
  valid_to      date     not null default 'infinity',
  primary key (book, valid_from),
  check (valid_from < valid_to)
);
insert into certification_fee
  (book, first_pages, first_amount, next_amount, cap, basis, valid_from) values
  ('COPY', 2, 2000, 1000, 200000, 'TT 226/2016/TT-BTC; theo danh mục thủ tục', '2017-01-01'),
  ('SIGNATURE', 1, 10000, 0, 0, 'TT 226/2016/TT-BTC; theo danh mục thủ tục', '2017-01-01');

-- Book numbers (số chứng thực) per body, year and book: the transaction that takes one writes the
-- entry, so there are no gaps.
create table certification_counter (
  dataset_id  integer  not null,
  body_id     integer  not null,
  year        smallint not null,
  book        text     not null,
  last        integer  not null,
  primary key (dataset_id, body_id, year, book)
);

create table certification_entry (
  id           bigint generated always as identity primary key,
  dataset_id   integer     not null references dataset,
  -- Whose book: the body, and its version of the day.
  agency_id    integer     not null references unit,
  body_id      integer     not null references unit,
  year         smallint    not null,
  book         text        not null check (book in ('COPY', 'SIGNATURE')),
  number       integer     not null,
  branch_id    integer     not null references unit,
  occurred_at  timestamptz not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  clerk        text        not null,
  requester    text        not null,
  title        text        not null,
  pages        integer     not null,
  copies       integer     not null,
  fee          bigint      not null,
  dossier_id   bigint      not null unique references dossier,
  request_id   uuid        not null unique,
  unique (dataset_id, body_id, year, book, number)
);
create index certification_entry_day on certification_entry (branch_id, occurred_at);
create trigger append_only before update or delete on certification_entry
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on certification_entry
  for each statement execute function refuse_change();
