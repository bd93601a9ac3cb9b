-- Money of a dossier: what is owed, for whom, how it was paid, the numbered receipt. All amounts in đồng.

create function refuse_deletion() returns trigger language plpgsql as $$
begin
  raise exception '% keeps every row', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Whom a fee is for, and its account (đơn vị thụ hưởng).
create table fee_beneficiary (
  id              integer generated always as identity primary key,
  dataset_id      integer not null references dataset,
  code            text    not null,
  name            text    not null,
  tax_code        text    not null default '',
  bank_bin        text    not null check (bank_bin ~ '^[0-9]{6}$'),
  account_number  text    not null check (account_number ~ '^[0-9A-Za-z]{1,19}$'),
  account_holder  text    not null default '' check (account_holder ~ '^[ -~]{0,25}$'),
  -- A trial account: screens say that nobody may transfer there.
  trial           boolean not null default false,
  valid_from      date    not null default '2025-01-01',
  valid_to        date    not null default 'infinity',
  unique (dataset_id, code, valid_from),
  check (valid_from < valid_to)
);
insert into fee_beneficiary (dataset_id, code, name, bank_bin, account_number, account_holder, trial)
values (1, 'mau', 'Tài khoản mẫu, chưa công bố', '970415', '000000000001', 'TAI KHOAN MAU', true);

-- What a procedure costs from a day on (biểu phí, lệ phí), beyond what procedure_fee knows: phí and lệ
-- phí apart, the legal basis, whom it is for. amount null: set elsewhere ("theo HĐND"), to be asked for.
create table fee_schedule (
  id              integer generated always as identity primary key,
  procedure_id    integer not null references procedure,
  kind            text    not null check (kind in ('FEE', 'CHARGE')),
  name            text    not null,
  channel         text    check (channel in ('DIRECT', 'ONLINE', 'POST')),
  amount          bigint  check (amount >= 0),
  legal_basis     text    not null check (legal_basis <> ''),
  beneficiary_id  integer not null references fee_beneficiary,
  valid_from      date    not null,
  valid_to        date    not null default 'infinity',
  defined_by      text    not null,
  check (valid_from < valid_to)
);
create index fee_schedule_procedure on fee_schedule (procedure_id, valid_from);

-- What one dossier owes. A new assessment takes the place of the former while nothing is paid.
create table fee_assessment (
  id             bigint generated always as identity primary key,
  dossier_id     bigint      not null references dossier,
  revision       smallint    not null,
  -- The procedure's version whose fees were proposed; null: none is known.
  version_id     integer     references procedure_version,
  assessed_at    timestamptz not null,
  assessed_by    text        not null,
  -- Why nothing at all is owed: the provision that says so. Empty: the lines say what is owed.
  free_basis     text        not null default '',
  superseded_at  timestamptz,
  unique (dossier_id, revision)
);
create unique index fee_assessment_present on fee_assessment (dossier_id) where superseded_at is null;

create table fee_line (
  assessment_id   bigint   not null references fee_assessment,
  position        smallint not null,
  -- FEE: phí, for a service; CHARGE: lệ phí, a state charge (Luật Phí và lệ phí 2015).
  kind            text     not null check (kind in ('FEE', 'CHARGE')),
  name            text     not null check (name <> ''),
  amount          bigint   not null check (amount >= 0),
  -- 0 đồng only where a provision says so.
  free_stated     boolean  not null default false,
  legal_basis     text     not null check (legal_basis <> ''),
  beneficiary_id  integer  not null references fee_beneficiary,
  -- Exemption or reduction (miễn, giảm), part of amount.
  relief          bigint   not null default 0,
  relief_reason   text     not null default '',
  relief_basis    text     not null default '',
  primary key (assessment_id, position),
  check (amount > 0 or free_stated),
  check (relief between 0 and amount),
  check (relief = 0 or (relief_reason <> '' and relief_basis <> ''))
);
create trigger append_only before update or delete on fee_line
  for each row execute function refuse_change();

-- One per assessment and beneficiary: one transfer, one receipt.
create table payment_request (
  id              bigint  primary key,
  assessment_id   bigint  not null references fee_assessment,
  dossier_id      bigint  not null references dossier,
  beneficiary_id  integer not null references fee_beneficiary,
  amount          bigint  not null check (amount > 0),
  -- What the payer writes as the transfer's purpose.
  reference       text    not null unique,
  cancelled_at    timestamptz,
  unique (assessment_id, beneficiary_id)
);
create sequence payment_request_id_seq owned by payment_request.id;
create index payment_request_dossier on payment_request (dossier_id);

create table payment (
  id           bigint generated always as identity primary key,
  request_id   bigint      not null references payment_request,
  dataset_id   integer     not null references dataset,
  branch_id    integer     not null references unit,
  counter      text        not null check (counter <> ''),
  method       text        not null check (method in ('CASH', 'TRANSFER', 'ONLINE')),
  amount       bigint      not null check (amount > 0),
  -- The day of the city in which it was taken: what a closing counts.
  day          date        not null,
  taken_at     timestamptz not null,
  taken_by     text        not null,
  -- Entered in error: the receipt was cancelled on the same open day.
  voided_at    timestamptz,
  void_reason  text        not null default ''
);
create unique index payment_once on payment (request_id) where voided_at is null;
create index payment_counter on payment (dataset_id, branch_id, day, counter);
create trigger kept before delete on payment for each row execute function refuse_deletion();

-- A branch's book of receipts of a year (ký hiệu, số): the row's lock makes the numbers gapless.
create table receipt_series (
  dataset_id   integer  not null references dataset,
  branch_id    integer  not null references unit,
  year         smallint not null,
  form_number  text     not null default '01BL',
  symbol       text     not null,
  last         integer  not null default 0,
  primary key (dataset_id, branch_id, year)
);

-- Receipts (biên lai thu phí, lệ phí): replaced or cancelled, never deleted.
create table fee_receipt (
  id             bigint generated always as identity primary key,
  dataset_id     integer     not null references dataset,
  branch_id      integer     not null references unit,
  year           smallint    not null,
  number         integer     not null check (number > 0),
  form_number    text        not null,
  symbol         text        not null,
  payment_id     bigint      not null references payment,
  issued_at      timestamptz not null,
  issued_by      text        not null,
  payer_name     text        not null check (payer_name <> ''),
  payer_address  text        not null default '',
  payer_tax_code text        not null default '',
  state          text        not null default 'ISSUED' check (state in ('ISSUED', 'REPLACED', 'CANCELLED')),
  reason         text        not null default '',
  changed_at     timestamptz,
  changed_by     text        not null default '',
  replaced_by    bigint      references fee_receipt,
  unique (dataset_id, branch_id, year, number),
  check (state = 'ISSUED' or reason <> '')
);
create unique index fee_receipt_valid on fee_receipt (payment_id) where state = 'ISSUED';
create trigger kept before delete on fee_receipt for each row execute function refuse_deletion();
create trigger kept_truncate before truncate on fee_receipt
  for each statement execute function refuse_deletion();

-- Money given back (hoàn trả): asked for by one, decided by another.
create table refund (
  id            bigint generated always as identity primary key,
  payment_id    bigint      not null references payment,
  amount        bigint      not null check (amount > 0),
  reason        text        not null check (reason <> ''),
  requested_at  timestamptz not null,
  requested_by  text        not null,
  state         text        not null default 'REQUESTED'
                check (state in ('REQUESTED', 'APPROVED', 'REJECTED', 'PAID')),
  decided_at    timestamptz,
  decided_by    text,
  decision_note text        not null default '',
  paid_at       timestamptz,
  paid_by       text,
  method        text        check (method in ('CASH', 'TRANSFER')),
  counter       text        not null default '',
  day           date,
  check (decided_by is null or decided_by <> requested_by)
);
create index refund_payment on refund (payment_id);
create index refund_counter on refund (day, counter) where state = 'PAID';
create trigger kept before delete on refund for each row execute function refuse_deletion();

-- Whether a result is handed over only when all is paid, from a day on; procedure null: all that have
-- no rule of their own. Law leaves it to each field, so it is data.
create table payment_rule (
  procedure_id   integer references procedure,
  before_return  boolean not null,
  valid_from     date    not null,
  valid_to       date    not null default 'infinity',
  source         text    not null,
  unique nulls not distinct (procedure_id, valid_from)
);
insert into payment_rule (procedure_id, before_return, valid_from, source)
values (null, true, date '2025-01-01',
  'NĐ 118/2025/NĐ-CP Đ24: nghĩa vụ tài chính xong trước khi nhận kết quả; mức chung do Trung tâm đặt');
