-- What the counter needs beside V9.

-- Which body of the city decides the province-level procedures of a field (phân công theo lĩnh vực).
create table province_competence (
  dataset_id  integer not null references dataset,
  field_code  text    not null,
  unit_id     integer not null references unit,
  valid_from  date    not null,
  valid_to    date    not null default 'infinity',
  primary key (dataset_id, field_code, valid_from),
  check (valid_from < valid_to)
);

-- Numbers of receipts (giấy tiếp nhận) per branch and year: the transaction that takes one writes the
-- visit, so there are no gaps.
create table receipt_counter (
  dataset_id  integer  not null,
  branch_id   integer  not null,
  year        smallint not null,
  last        integer  not null,
  primary key (dataset_id, branch_id, year)
);

-- Files that were uploaded and never handed in with a dossier are found by their age.
create index stored_file_uploaded on stored_file (uploaded_at);
create index dossier_paper_file on dossier_paper (file_id) where file_id is not null;
create index dossier_intake_process on dossier_intake (process_id);
