-- What an officer says of why a dossier was late (nguyên nhân trễ), beside what the rule finds in its
-- history. The last word counts; none is changed. Sides: see vn.motcua.figures.late.
create table late_statement (
  dossier_id  bigint      not null references dossier,
  number      smallint    not null check (number > 0),
  side        text        not null check (side in
              ('INTAKE', 'AGENCY', 'CONSULTED', 'APPLICANT', 'RETURN', 'UNKNOWN')),
  words       text        not null check (words <> ''),
  said_by     text        not null,
  said_at     timestamptz not null,
  primary key (dossier_id, number)
);
create trigger append_only before update or delete on late_statement
  for each row execute function refuse_change();
create trigger append_only_truncate before truncate on late_statement
  for each statement execute function refuse_change();

-- The referee also counts twice what the stream does not count; null: it was not compared.
alter table referee_verdict add column tables bigint;
