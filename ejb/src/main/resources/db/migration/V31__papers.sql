-- Digitised papers (số hóa), their reuse, and where originals lie.

-- Kinds of papers (loại giấy tờ) by their code, which is the component's in the catalogue. Reusable:
-- one that was digitised once is valid for other dossiers of the same person. Which are is not
-- published: trial values.
create table paper_type (
  code        text    not null,
  name        text    not null,
  reusable    boolean not null,
  basis       text    not null,
  valid_from  date    not null,
  valid_to    date    not null default 'infinity',
  primary key (code, valid_from),
  check (valid_from < valid_to)
);
insert into paper_type (code, name, reusable, basis, valid_from)
select code, name, true, 'mẫu, chưa công bố', '2025-07-01' from (values
  ('giay-chung-sinh', 'Giấy chứng sinh'),
  ('ket-hon', 'Giấy chứng nhận kết hôn'),
  ('hon-nhan', 'Giấy tờ về tình trạng hôn nhân'),
  ('ly-hon-khai-tu', 'Bản án ly hôn hoặc trích lục khai tử'),
  ('bao-tu', 'Giấy báo tử'),
  ('trich-luc', 'Trích lục hộ tịch'),
  ('gcn', 'Giấy chứng nhận quyền sử dụng đất'),
  ('giay-to-dat', 'Giấy tờ về quyền sử dụng đất'),
  ('gcn-hkd', 'Giấy chứng nhận đăng ký hộ kinh doanh'),
  ('gpxd', 'Giấy phép xây dựng'),
  ('dieu-le', 'Điều lệ công ty'),
  ('phap-ly', 'Giấy tờ pháp lý'),
  ('van-bang', 'Văn bằng, chứng chỉ'),
  ('cho-o', 'Giấy tờ về chỗ ở hợp pháp'),
  ('ho-chieu', 'Hộ chiếu'),
  ('gplx', 'Giấy phép lái xe')) as known (code, name);

-- Why a paper was asked for although a valid one is held.
alter table dossier_paper add column asked_again text not null default '';

-- What is known of a paper as data (siêu dữ liệu, NĐ 118/2025 Đ19.2).
create table digital_paper (
  id                  bigint generated always as identity primary key,
  paper_id            bigint   not null unique references dossier_paper,
  type_code           text     not null default '',
  -- Its own number, or whose it is and when and by whom it was issued.
  identifier          text     not null default '',
  holder_name         text     not null default '',
  birth_year          smallint,
  issued_on           date,
  issuer              text     not null default '',
  title               text     not null default '',
  abstract            text     not null default '',
  -- Valid through this day; null with no_term: for ever.
  valid_until         date,
  no_term             boolean  not null default false,
  scope               text     not null default '',
  -- DuocSoHoa: scanned, described, and confirmed by an officer.
  digitised           boolean  not null default false,
  confirmed_by        text,
  confirmed_at        timestamptz,
  -- DuocTaiSuDung: taken from an earlier dossier.
  reused_from         bigint   references digital_paper,
  -- DuocLayTuKhoDMQG
  national_store      boolean  not null default false,
  -- MaKetQuaThayThe
  replaced_by_result  text     not null default '',
  -- Source and legal basis of what was not brought.
  source              text     not null default '',
  legal_basis         text     not null default '',
  version             integer  not null default 0,
  check ((confirmed_at is null) = (confirmed_by is null)),
  check (not digitised or confirmed_at is not null),
  check (reused_from is null or legal_basis <> '')
);
create index digital_paper_reused on digital_paper (reused_from) where reused_from is not null;

-- Where an original lies (lưu giữ bản gốc). No row: as it was received.
create table paper_custody (
  paper_id    bigint      primary key references dossier_paper,
  state       text        not null check (state in ('KEPT', 'RETURNED', 'LOST')),
  unit_id     integer     references unit,
  shelf       text        not null default '',
  since       timestamptz not null,
  version     integer     not null default 0
);
create index paper_custody_shelf on paper_custody (unit_id, shelf) where state = 'KEPT';

-- Its movements. Append-only.
create table paper_movement (
  paper_id     bigint      not null references dossier_paper,
  sequence     integer     not null,
  kind         text        not null
               check (kind in ('SHELVED', 'HANDED_OVER', 'RETURNED', 'LOST', 'FOUND')),
  at           timestamptz not null,
  recorded_at  timestamptz not null default clock_timestamp(),
  unit_id      integer,
  shelf        text        not null default '',
  slip_number  text        not null default '',
  actor        text        not null,
  note         text        not null default '',
  primary key (paper_id, sequence)
);
create trigger append_only before update or delete on paper_movement
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on paper_movement
  for each statement execute function refuse_change();
