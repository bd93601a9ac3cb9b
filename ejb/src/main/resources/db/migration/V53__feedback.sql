-- Feedback on administrative rules and conduct (PAKN; NĐ 20/2008, 48/2013, 92/2017).

-- Working days for each step, from a day on. QĐ 13/2023/QĐ-UBND of the city was to be amended and its
-- text is not at hand, so the limits are data.
create table feedback_term (
  step          text     not null
                check (step in ('CLASSIFY', 'SUPPLEMENT', 'ANSWER', 'COMPLEX', 'PUBLISH')),
  working_days  smallint not null check (working_days between 1 and 200),
  valid_from    date     not null,
  valid_to      date     not null default 'infinity',
  source        text     not null,
  primary key (step, valid_from),
  check (valid_from < valid_to)
);
insert into feedback_term (step, working_days, valid_from, source) values
  ('CLASSIFY',   2,  date '2025-01-01', 'Công thức Bộ chỉ số 766: từ chối, phân loại 2 ngày làm việc'),
  ('SUPPLEMENT', 5,  date '2025-01-01', 'Công thức Bộ chỉ số 766: bổ sung 5 ngày làm việc'),
  ('ANSWER',     5,  date '2025-01-01', 'Mức của Trung tâm: trả lời 5 ngày làm việc'),
  ('COMPLEX',    15, date '2025-01-01', 'Công thức Bộ chỉ số 766: xử lý 15 ngày làm việc'),
  ('PUBLISH',    2,  date '2025-01-01', 'Công thức Bộ chỉ số 766: công khai 2 ngày làm việc');

create sequence feedback_number_seq;
create table feedback (
  id               bigint generated always as identity primary key,
  dataset_id       integer     not null references dataset,
  code             text        not null unique,
  -- 128 bits of chance: the sender's key.
  token            text        not null unique,
  channel          text        not null
                   check (channel in ('CALL_1022', 'ZALO', 'PORTAL', 'COUNTER', 'LETTER')),
  received_at      timestamptz not null,
  registered_by    text        not null,
  -- The day of what happened: K1 counts conduct by it. Not told: the day of receipt.
  conduct_on       date        not null,
  title            text        not null,
  body             text        not null,
  dossier_id       bigint      references dossier,
  state            text        not null check (state in (
                     'NEW', 'SUPPLEMENT', 'REFUSED', 'FORWARDED', 'ASSIGNED', 'ANSWERED',
                     'PUBLISHED')),
  -- CONDUCT: hành vi; REGULATION: quy định; OUTSIDE: ngoài thẩm quyền.
  class            text        check (class in ('CONDUCT', 'REGULATION', 'OUTSIDE')),
  -- Whose conduct or rule it is about, and who decides: never the same.
  judged_unit_id   integer     references unit,
  judge_unit_id    integer     references unit,
  complex          boolean     not null default false,
  -- When the present step is due.
  due_at           timestamptz,
  classified_at    timestamptz,
  decision         text        not null default '',
  -- Conduct only: whether what was said is true.
  upheld           boolean,
  answer           text        not null default '',
  answered_at      timestamptz,
  answered_by      text,
  answer_due_at    timestamptz,
  published_at     timestamptz,
  published_title  text        not null default '',
  published_body   text        not null default '',
  published_answer text        not null default '',
  satisfied        smallint    check (satisfied between 1 and 5),
  satisfied_note   text        not null default '',
  reopened         smallint    not null default 0 check (reopened between 0 and 1),
  version          integer     not null default 0,
  check (judge_unit_id is null or judged_unit_id is null or judge_unit_id <> judged_unit_id),
  check (state not in ('ANSWERED', 'PUBLISHED') or answer <> ''),
  check (class is distinct from 'CONDUCT' or state not in ('ANSWERED', 'PUBLISHED')
    or upheld is not null)
);
create index feedback_open on feedback (dataset_id, due_at, id)
  where state in ('NEW', 'SUPPLEMENT', 'ASSIGNED', 'ANSWERED');
create index feedback_conduct on feedback (dataset_id, conduct_on) where class = 'CONDUCT';
create index feedback_published on feedback (published_at desc, id desc) where state = 'PUBLISHED';
create trigger kept before delete on feedback for each row execute function refuse_deletion();

-- Who sent it, apart from what was said: few may see it.
create table feedback_person (
  feedback_id  bigint primary key references feedback,
  full_name    text not null,
  phone        text not null default '',
  email        text not null default '',
  address      text not null default ''
);

-- What was done with it, step by step. Append-only.
create table feedback_step (
  id           bigint generated always as identity primary key,
  feedback_id  bigint      not null references feedback,
  at           timestamptz not null,
  -- Empty: the sender.
  actor        text        not null,
  kind         text        not null,
  note         text        not null default ''
);
create index feedback_step_feedback on feedback_step (feedback_id, id);
create trigger append_only before update or delete on feedback_step
  for each row execute function refuse_change();
