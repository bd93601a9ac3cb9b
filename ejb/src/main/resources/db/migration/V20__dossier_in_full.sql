-- What a branch and an agency do with a dossier beside passing it on (NĐ 118/2025). Nothing here is
-- ever deleted; rows that only tell what happened cannot be changed either.

-- Terms of the law on a dossier's way, by day. Uncertain ones are marked in their basis.
create table processing_rule (
  code        text     not null,
  valid_from  date     not null,
  valid_to    date     not null default 'infinity',
  amount      integer  not null check (amount > 0),
  unit        text     not null check (unit in ('working_days', 'calendar_days')),
  basis       text     not null,
  primary key (code, valid_from),
  check (valid_from < valid_to)
);
insert into processing_rule (code, valid_from, amount, unit, basis) values
  ('SUPPLEMENT_ASK', '2018-06-21', 3, 'working_days', 'NĐ 118/2025 Đ19.5'),
  ('SUPPLEMENT_ANSWER', '2018-06-21', 15, 'calendar_days', 'NĐ 118/2025 Đ19.5'),
  ('APOLOGY_BEFORE', '2018-06-21', 1, 'calendar_days', 'NĐ 118/2025 Đ19.6; "ngày" hiểu là ngày lịch'),
  ('APOLOGY_DRAFT', '2018-06-21', 2, 'working_days', 'quy ước nội bộ'),
  ('RESULT_CORRECTION', '2018-06-21', 3, 'working_days', 'NĐ 118/2025 Đ23'),
  ('RESULT_UNCLAIMED', '2018-06-21', 30, 'calendar_days', 'chưa có quy định; trị số mẫu');

-- Number and wording of the forms, by day of issue.
create table form_edition (
  form         text  not null check (form in
    ('SUPPLEMENT', 'REFUSAL', 'APOLOGY', 'STOP', 'CONTROL', 'REGISTER')),
  valid_from   date  not null,
  valid_to     date  not null default 'infinity',
  number       text  not null,
  title        text  not null,
  issued_under text  not null,
  primary key (form, valid_from),
  check (valid_from < valid_to)
);
insert into form_edition (form, valid_from, valid_to, number, title, issued_under) values
  ('SUPPLEMENT', '2018-11-23', '2025-09-15', '02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Thông tư 01/2018/TT-VPCP'),
  ('REFUSAL', '2018-11-23', '2025-09-15', '03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Thông tư 01/2018/TT-VPCP'),
  ('APOLOGY', '2018-11-23', '2025-09-15', '04', 'Phiếu xin lỗi và hẹn lại ngày trả kết quả', 'Thông tư 01/2018/TT-VPCP'),
  ('CONTROL', '2018-11-23', '2025-09-15', '05', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Thông tư 01/2018/TT-VPCP'),
  ('REGISTER', '2018-11-23', '2025-09-15', '06', 'Sổ theo dõi hồ sơ', 'Thông tư 01/2018/TT-VPCP'),
  -- There was no such form; it is printed without a number.
  ('STOP', '2018-11-23', '2025-09-15', '', 'Thông báo dừng giải quyết hồ sơ', '');
insert into form_edition (form, valid_from, number, title, issued_under) values
  ('SUPPLEMENT', '2025-09-15', '02', 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ', 'Thông tư 03/2025/TT-VPCP'),
  ('REFUSAL', '2025-09-15', '03', 'Phiếu từ chối tiếp nhận giải quyết hồ sơ', 'Thông tư 03/2025/TT-VPCP'),
  ('APOLOGY', '2025-09-15', '04', 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết', 'Thông tư 03/2025/TT-VPCP'),
  ('STOP', '2025-09-15', '05', 'Thông báo dừng giải quyết hồ sơ', 'Thông tư 03/2025/TT-VPCP'),
  ('CONTROL', '2025-09-15', '06', 'Phiếu kiểm soát quá trình giải quyết hồ sơ', 'Thông tư 03/2025/TT-VPCP'),
  ('REGISTER', '2025-09-15', '07', 'Sổ theo dõi hồ sơ', 'Thông tư 03/2025/TT-VPCP');

-- Numbers of issued forms per body, form and year, without gaps.
create table form_counter (
  unit_id  integer  not null references unit,
  form     text     not null,
  year     smallint not null,
  last     integer  not null,
  primary key (unit_id, form, year)
);

-- Refused at the counter (từ chối tiếp nhận, form 03): no dossier was accepted. Counted beside.
create table reception_refusal (
  id             bigint generated always as identity primary key,
  dataset_id     integer     not null references dataset,
  branch_id      integer     not null references unit,
  request_id     uuid        not null unique,
  procedure_id   integer     references procedure,
  procedure_name text        not null,
  full_name      text        not null,
  national_id    text,
  address        text        not null default '',
  phone          text        not null default '',
  email          text        not null default '',
  submitter      text        not null default '',
  reason         text        not null check (reason <> ''),
  refused_by     text        not null,
  refused_at     timestamptz not null
);
create index reception_refusal_branch on reception_refusal (branch_id, refused_at);
create index reception_refusal_person on reception_refusal (national_id, procedure_id, refused_at);
create trigger append_only before update or delete on reception_refusal
  for each row execute function refuse_change();

-- A form as it was issued, kept as printed. subject: the row that it tells of.
create table issued_form (
  id          bigint generated always as identity primary key,
  form        text        not null,
  dossier_id  bigint      references dossier,
  subject     bigint      not null,
  unit_id     integer     not null references unit,
  number      text        not null,
  issued_at   timestamptz not null,
  issued_by   text        not null,
  pdf         bytea       not null
);
create unique index issued_form_subject on issued_form (form, coalesce(dossier_id, 0), subject);
create trigger append_only before update or delete on issued_form
  for each row execute function refuse_change();

-- What the agency's officer asks the one-stop to ask the applicant for (đề nghị bổ sung).
create table supplement_proposal (
  id           bigint generated always as identity primary key,
  dossier_id   bigint      not null references dossier,
  items        text[]      not null,
  reason       text        not null,
  recheck      boolean     not null default false,
  proposed_by  text        not null,
  proposed_at  timestamptz not null,
  decision     text        not null default '' check (decision in ('', 'ISSUED', 'DECLINED')),
  decided_by   text,
  decided_at   timestamptz,
  note         text        not null default ''
);
create unique index supplement_proposal_open on supplement_proposal (dossier_id) where decision = '';

-- The one extension (gia hạn) with the competent agency's apology (form 04). The due moment stays.
create table dossier_extension (
  dossier_id    bigint      primary key references dossier,
  id            bigint generated always as identity,
  reason        text        not null,
  document      text        not null default '',
  signer_title  text        not null,
  signer        text        not null,
  old_promise   timestamptz not null,
  new_promise   timestamptz not null,
  -- Later than the law allows: only with a branch director's override.
  late          boolean     not null,
  override_by   text,
  override_reason text      not null default '',
  extended_by   text        not null,
  extended_at   timestamptz not null,
  check (new_promise > old_promise),
  check (not late or override_by is not null)
);
create trigger append_only before update or delete on dossier_extension
  for each row execute function refuse_change();

alter table dossier_statement
  -- What becomes of money paid (hoàn hay không hoàn phí), in words.
  add column money text not null default '',
  -- Why it waits: status 6 of the national portal, else empty.
  add column cause text not null default '' check (cause in ('', 'FINANCIAL_OBLIGATION'));

-- Asking another body for its opinion (lấy ý kiến): logged, with a deadline; the clock runs on.
create table opinion_request (
  id           bigint generated always as identity primary key,
  dossier_id   bigint      not null references dossier,
  asked_of     text        not null,
  question     text        not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  due_at       timestamptz not null,
  answered_by  text,
  answered_at  timestamptz,
  answer       text        not null default '',
  document     text        not null default ''
);
create index opinion_request_open on opinion_request (dossier_id) where answered_at is null;

-- Received under a wrong procedure: voided, and taken up under the right one with the first receipt.
create table dossier_conversion (
  from_dossier  bigint      primary key references dossier,
  to_dossier    bigint      not null unique references dossier,
  reason        text        not null,
  converted_by  text        not null,
  converted_at  timestamptz not null
);
create trigger append_only before update or delete on dossier_conversion
  for each row execute function refuse_change();

-- Filed twice (nộp trùng): voided as a double of another.
create table dossier_duplicate (
  dossier_id   bigint      primary key references dossier,
  of_dossier   bigint      not null references dossier,
  reason       text        not null,
  marked_by    text        not null,
  marked_at    timestamptz not null,
  check (dossier_id <> of_dossier)
);
create trigger append_only before update or delete on dossier_duplicate
  for each row execute function refuse_change();

-- The agency's own error in a result, put right at its cost (đính chính, NĐ 118 Đ23).
create table result_correction (
  id            bigint generated always as identity primary key,
  dossier_id    bigint      not null references dossier,
  error         text        not null,
  reported_by   text        not null,
  reported_at   timestamptz not null,
  due_at        timestamptz not null,
  result_id     bigint      references result_document,
  corrected_by  text,
  corrected_at  timestamptz
);
create unique index result_correction_open on result_correction (dossier_id) where corrected_at is null;
-- A corrected document says which one it stands for.
alter table result_document add column replaces bigint references result_document;

-- A result that nobody takes (không nhận, chưa đến nhận) and what was done about it.
create table result_notice (
  id          bigint generated always as identity primary key,
  dossier_id  bigint      not null references dossier,
  kind        text        not null check (kind in ('REFUSED', 'UNCLAIMED', 'REMINDED')),
  note        text        not null,
  noted_by    text        not null,
  noted_at    timestamptz not null
);
create index result_notice_dossier on result_notice (dossier_id);
create trigger append_only before update or delete on result_notice
  for each row execute function refuse_change();

-- Death, renaming or another change of a party (thay đổi người); who it was stays known.
create table party_change (
  id           bigint generated always as identity primary key,
  dossier_id   bigint      not null references dossier,
  relation     text        not null,
  position     smallint    not null,
  kind         text        not null check (kind in ('DEATH', 'RENAMED', 'TRANSFER')),
  old_person   bigint      not null references person,
  old_name     text        not null,
  new_person   bigint      not null references person,
  new_name     text        not null,
  reason       text        not null,
  document     text        not null,
  changed_by   text        not null,
  changed_at   timestamptz not null
);
create index party_change_dossier on party_change (dossier_id);
create trigger append_only before update or delete on party_change
  for each row execute function refuse_change();
