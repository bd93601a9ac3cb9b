-- The monthly reconciliation with the bank (đối soát): statement files, their lines, what differs.

create table bank_statement (
  id              bigint generated always as identity primary key,
  beneficiary_id  integer     not null references fee_beneficiary,
  file_name       text        not null,
  -- SHA-256 of the bytes: the same file is read once.
  content_hash    text        not null unique,
  from_day        date        not null,
  to_day          date        not null,
  lines           integer     not null,
  uploaded_at     timestamptz not null,
  uploaded_by     text        not null
);

create table bank_line (
  statement_id  bigint      not null references bank_statement,
  line          integer     not null,
  booked_on     date        not null,
  amount        bigint      not null,
  description   text        not null,
  request_id    bigint      references payment_request,
  payment_id    bigint      references payment,
  -- OUTGOING: money that left the account; nothing of ours.
  verdict       text        not null check (verdict in (
                  'MATCHED', 'AMOUNT_DIFFERS', 'DOUBLE', 'MISSING_HERE', 'UNKNOWN_REFERENCE',
                  'OUTGOING')),
  primary key (statement_id, line)
);
create unique index bank_line_matched on bank_line (payment_id) where verdict = 'MATCHED';

create table bank_difference (
  id            bigint generated always as identity primary key,
  statement_id  bigint      not null references bank_statement,
  kind          text        not null check (kind in (
                  'AMOUNT_DIFFERS', 'DOUBLE', 'MISSING_HERE', 'UNKNOWN_REFERENCE',
                  'MISSING_IN_BANK')),
  line          integer,
  payment_id    bigint      references payment,
  reference     text        not null default '',
  -- What we say and what the bank says, in đồng; null: nothing.
  ours          bigint,
  bank          bigint,
  resolved_at   timestamptz,
  resolved_by   text,
  note          text        not null default '',
  check (resolved_at is null or note <> '')
);
create index bank_difference_statement on bank_difference (statement_id, id);
create trigger kept before delete on bank_difference
  for each row execute function refuse_deletion();
