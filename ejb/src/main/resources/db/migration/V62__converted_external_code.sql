-- The number in a ministry's own software that passed to the new dossier with a conversion (chuyển thủ
-- tục); null: none did.
alter table dossier_conversion add column external_system text;
alter table dossier_conversion add column external_code text;
alter table dossier_conversion
  add check ((external_system is null) = (external_code is null));
