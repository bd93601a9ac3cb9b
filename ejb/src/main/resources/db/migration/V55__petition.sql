-- Complaints (khiếu nại, Luật Khiếu nại 2011) and denunciations (tố cáo, Luật Tố cáo 2018): other laws
-- and deadlines than feedback, so they are registered and routed to who decides by law, not processed.

create table petition_term (
  kind        text     not null check (kind in ('COMPLAINT', 'DENUNCIATION')),
  step        text     not null check (step in ('ROUTE', 'SETTLE')),
  amount      smallint not null check (amount between 1 and 200),
  unit        text     not null check (unit in ('working_days', 'calendar_days')),
  valid_from  date     not null,
  valid_to    date     not null default 'infinity',
  source      text     not null,
  primary key (kind, step, valid_from)
);
insert into petition_term (kind, step, amount, unit, valid_from, source) values
  ('COMPLAINT',    'ROUTE',  10, 'calendar_days', date '2012-07-01', 'Luật Khiếu nại 2011 Đ27: thụ lý trong 10 ngày'),
  ('COMPLAINT',    'SETTLE', 30, 'calendar_days', date '2012-07-01', 'Luật Khiếu nại 2011 Đ28: giải quyết lần đầu 30 ngày'),
  ('DENUNCIATION', 'ROUTE',  5,  'working_days',  date '2019-01-01', 'Luật Tố cáo 2018 Đ24: chuyển trong 5 ngày làm việc'),
  ('DENUNCIATION', 'SETTLE', 30, 'calendar_days', date '2019-01-01', 'Luật Tố cáo 2018 Đ30: giải quyết 30 ngày');

create sequence petition_number_seq;
create table petition (
  id               bigint generated always as identity primary key,
  dataset_id       integer     not null references dataset,
  code             text        not null unique,
  kind             text        not null check (kind in ('COMPLAINT', 'DENUNCIATION')),
  received_at      timestamptz not null,
  branch_id        integer     not null references unit,
  registered_by    text        not null,
  -- What it is about in general words; nothing that names the sender.
  subject          text        not null,
  about_unit_id    integer     not null references unit,
  about_conduct    boolean     not null,
  conduct_on       date        not null,
  dossier_id       bigint      references dossier,
  route_by         timestamptz not null,
  routed_at        timestamptz,
  routed_by        text,
  routed_to        text        not null default '',
  routed_basis     text        not null default '',
  settle_by        timestamptz,
  outcome          text        check (outcome in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED', 'WITHDRAWN',
                                                  'NOT_ACCEPTED')),
  outcome_at       timestamptz,
  outcome_document text        not null default '',
  -- What may be made public; only of complaints, and of denunciations without any person.
  published_at     timestamptz,
  published_text   text        not null default ''
);
create trigger kept before delete on petition for each row execute function refuse_deletion();

-- Who sent it, and the text. Of a denunciation nobody sees it but those who supervise (Luật Tố cáo Đ47,
-- 56: bảo vệ bí mật thông tin người tố cáo).
create table petition_secret (
  petition_id  bigint primary key references petition,
  full_name    text not null,
  phone        text not null default '',
  address      text not null default '',
  content      text not null
);
