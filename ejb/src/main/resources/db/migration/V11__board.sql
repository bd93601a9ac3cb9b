-- The leadership's board (bảng 3–3–3): a second declared roll-up, receiving branch × field × day,
-- written by the stream beside figure_day in the same transactions. What each column means is said by
-- the documentation of package vn.motcua.figures. All are flows of a day of the dataset's zone.
create table board_day (
  generation        integer not null,
  dataset_id        integer not null,
  day               date    not null,
  -- The receiving branch (chi nhánh tiếp nhận); 0 where there is none.
  branch_id         integer not null,
  field_id          integer not null,
  open_in           bigint  not null default 0,
  open_out          bigint  not null default 0,
  overdue_in        bigint  not null default 0,
  overdue_out       bigint  not null default 0,
  received          bigint  not null default 0,
  resolved          bigint  not null default 0,
  dated_resolved    bigint  not null default 0,
  on_time           bigint  not null default 0,
  late              bigint  not null default 0,
  closed            bigint  not null default 0,
  due_fallen        bigint  not null default 0,
  due_late          bigint  not null default 0,
  steps_baseline    bigint  not null default 0,
  steps_passed      bigint  not null default 0,
  minutes_baseline  bigint  not null default 0,
  minutes_used      bigint  not null default 0,
  papers_baseline   bigint  not null default 0,
  papers_brought    bigint  not null default 0,
  episodes          bigint  not null default 0,
  second_requests   bigint  not null default 0,
  rechecks          bigint  not null default 0,
  rated             bigint  not null default 0,
  answers           bigint  not null default 0,
  satisfied         bigint  not null default 0,
  trust_answers     bigint  not null default 0,
  trusting          bigint  not null default 0,
  tablet_ratings    bigint  not null default 0,
  returned          bigint  not null default 0,
  primary key (generation, dataset_id, day, branch_id, field_id)
);

-- What the stream had in board_day at a horizon; as horizon_figure_day.
create table horizon_board_day (
  horizon_id        bigint  not null references horizon,
  day               date    not null,
  branch_id         integer not null,
  field_id          integer not null,
  open_in           bigint  not null,
  open_out          bigint  not null,
  overdue_in        bigint  not null,
  overdue_out       bigint  not null,
  received          bigint  not null,
  resolved          bigint  not null,
  dated_resolved    bigint  not null,
  on_time           bigint  not null,
  late              bigint  not null,
  closed            bigint  not null,
  due_fallen        bigint  not null,
  due_late          bigint  not null,
  steps_baseline    bigint  not null,
  steps_passed      bigint  not null,
  minutes_baseline  bigint  not null,
  minutes_used      bigint  not null,
  papers_baseline   bigint  not null,
  papers_brought    bigint  not null,
  episodes          bigint  not null,
  second_requests   bigint  not null,
  rechecks          bigint  not null,
  rated             bigint  not null,
  answers           bigint  not null,
  satisfied         bigint  not null,
  trust_answers     bigint  not null,
  trusting          bigint  not null,
  tablet_ratings    bigint  not null,
  returned          bigint  not null,
  primary key (horizon_id, day, branch_id, field_id)
);
create trigger append_only before update on horizon_board_day
  for each row execute function refuse_change();

-- A horizon frozen before the board was counted has nothing to compare it with.
alter table horizon add column with_board boolean not null default false;
alter table horizon alter column with_board set default true;

-- How stream and referee compared at a horizon, the last time it was looked at.
create table figure_check (
  horizon_id   bigint      primary key references horizon,
  differences  bigint      not null,
  checked_at   timestamptz not null default clock_timestamp()
);

-- Drilling down from the board.
create index dossier_fact_branch
  on dossier_fact (generation, dataset_id, class, original_due_at, dossier_id);

-- What the city wants to reach (chỉ tiêu), with the days for which it holds. Thousandths of the
-- measure's own unit: 850 is 85 %.
create table figure_target (
  tile        text    not null,
  -- AT_LEAST, ABOVE (strictly), EXACTLY.
  comparison  text    not null check (comparison in ('AT_LEAST', 'ABOVE', 'EXACTLY')),
  permille    integer not null,
  valid_from  date    not null,
  valid_to    date    not null default 'infinity',
  source      text    not null,
  primary key (tile, valid_from)
);
insert into figure_target (tile, comparison, permille, valid_from, source) values
  ('T1',      'AT_LEAST', 900,  date '2025-01-01', 'Đề án Trung tâm Phục vụ hành chính công, 10/2024: 3 tăng; Quyết định 766/QĐ-TTg; mức do Trung tâm đặt'),
  ('T2',      'EXACTLY',  1000, date '2025-01-01', 'Đề án, 10/2024: 3 tăng; mức do Trung tâm đặt'),
  ('T3',      'AT_LEAST', 850,  date '2025-01-01', 'Đề án, 10/2024: 3 tăng; SIPAS tối thiểu 85 % theo kế hoạch cải cách hành chính của Thành phố'),
  ('G1',      'AT_LEAST', 200,  date '2025-01-01', 'Đề án, 10/2024: 3 giảm; mức do Trung tâm đặt'),
  ('G1_COST', 'ABOVE',    0,    date '2025-01-01', 'Đề án, 10/2024: 3 giảm; mức do Trung tâm đặt'),
  ('G2',      'AT_LEAST', 500,  date '2025-01-01', 'Đề án, 10/2024: 3 giảm; mức do Trung tâm đặt'),
  ('G3',      'AT_LEAST', 150,  date '2025-01-01', 'Đề án, 10/2024: 3 giảm; mức do Trung tâm đặt'),
  ('K1',      'EXACTLY',  0,    date '2025-01-01', 'Đề án, 10/2024: 3 không'),
  ('K2',      'EXACTLY',  0,    date '2025-01-01', 'Đề án, 10/2024: 3 không'),
  ('K3',      'EXACTLY',  0,    date '2025-01-01', 'Đề án, 10/2024: 3 không');
