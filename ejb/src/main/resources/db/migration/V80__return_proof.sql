-- What shows that a result came into the right hands (chứng cứ trả kết quả): a file whose content was
-- checked, or words. Append-only.
create table return_proof (
  id            bigint      generated always as identity primary key,
  dossier_id    bigint      not null references dossier,
  -- Of the return that it proves: a result may come back and be handed over again.
  return_number smallint    not null,
  kind          text        not null
    check (kind in ('SIGNED_SLIP', 'POST_CONFIRMATION', 'ELECTRONIC_RECEIPT', 'OTHER')),
  words         text        not null default '' check (length(words) <= 500),
  file_id       uuid        references stored_file,
  added_by      text        not null,
  added_at      timestamptz not null,
  check (file_id is not null or words <> ''),
  foreign key (dossier_id, return_number) references result_return (dossier_id, number)
);
create index return_proof_dossier on return_proof (dossier_id);
create trigger append_only before update or delete on return_proof
  for each row execute function refuse_change();
