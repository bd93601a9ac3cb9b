-- Terms, fees and beneficiaries are changed by two people: one proposes what holds from a day on,
-- another decides. What was decided against stays on record.
create table rate_proposal (
  id           bigint      generated always as identity primary key,
  kind         text        not null check (kind in ('FEEDBACK_TERM', 'PETITION_TERM',
                 'RATING_SETTING', 'CERTIFICATION_FEE', 'PROCEDURE_FEE', 'BENEFICIARY',
                 'LEGAL_BASIS')),
  content      jsonb       not null,
  valid_from   date        not null,
  reason       text        not null check (reason <> ''),
  status       text        not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED')),
  proposed_by  text        not null,
  proposed_at  timestamptz not null,
  decided_by   text,
  decided_at   timestamptz,
  note         text        not null default '',
  version      integer     not null default 0,
  check (decided_by is null or decided_by <> proposed_by),
  check ((status = 'PROPOSED') = (decided_at is null))
);
create index rate_proposal_open on rate_proposal (id) where status = 'PROPOSED';
create trigger kept before delete on rate_proposal
  for each row execute function refuse_deletion();
