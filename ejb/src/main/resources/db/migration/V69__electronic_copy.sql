-- Electronic copies certified from originals (bản sao điện tử được chứng thực từ bản chính, NĐ
-- 45/2020/NĐ-CP Đ10): in the same book as copies on paper, with a fee of their own by configuration.
alter table certification_entry
  add column electronic boolean not null default false,
  add check (not electronic or book = 'COPY');

alter table certification_fee drop constraint certification_fee_book_check;
alter table certification_fee
  add check (book in ('COPY', 'SIGNATURE', 'ELECTRONIC_COPY'));
-- No text of its own states the fee: as for a copy on paper, until another rate is recorded.
insert into certification_fee (book, first_pages, first_amount, next_amount, cap, basis, valid_from,
  basis_id, beneficiary)
select 'ELECTRONIC_COPY', first_pages, first_amount, next_amount, cap, basis, '2020-04-08', basis_id,
  beneficiary
from certification_fee where book = 'COPY' and valid_to = 'infinity';
