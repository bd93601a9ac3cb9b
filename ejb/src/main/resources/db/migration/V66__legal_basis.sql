-- Legal bases of fees (căn cứ pháp lý) as data: which provision, in force from when to when, and
-- whether anybody has compared it with its published text. A remark beside an amount cannot end.
create table legal_basis (
  id           integer generated always as identity primary key,
  citation     text    not null check (citation <> ''),
  title        text    not null default '',
  valid_from   date    not null,
  valid_to     date    not null default 'infinity',
  -- CONFIRMED: the published text was seen; UNSURE: from memory or from another's catalogue.
  certainty    text    not null check (certainty in ('CONFIRMED', 'UNSURE')),
  source       text    not null check (source <> ''),
  recorded_by  text    not null,
  recorded_at  timestamptz not null default now(),
  unique (citation, valid_from),
  check (valid_from < valid_to)
);
create trigger kept before delete on legal_basis for each row execute function refuse_deletion();

insert into legal_basis (citation, title, valid_from, certainty, source, recorded_by) values
  ('TT 226/2016/TT-BTC', 'Phí chứng thực', date '2017-01-01', 'UNSURE',
   'theo danh mục thủ tục, chưa đối chiếu văn bản', 'system');
insert into legal_basis (citation, valid_from, certainty, source, recorded_by)
select legal_basis, min(valid_from), 'UNSURE', 'ghi kèm mức phí trước đây, chưa đối chiếu', 'system'
from fee_schedule group by legal_basis
on conflict do nothing;

alter table fee_schedule add column basis_id integer references legal_basis;
update fee_schedule f set basis_id = b.id from legal_basis b
where b.citation = f.legal_basis and b.valid_from <= f.valid_from;

alter table certification_fee
  add column basis_id integer references legal_basis,
  -- Code of whom the fee is for: certification fees go the way of all money.
  add column beneficiary text not null default 'mau';
update certification_fee set basis_id = (select id from legal_basis where citation = 'TT 226/2016/TT-BTC');
