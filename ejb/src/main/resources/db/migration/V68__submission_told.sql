-- What the applicant of a submission is told: a page of their own, and forms 02 and 03 about it.

-- The key of the applicant's page until there is a dossier, whose receipt then brings its own.
alter table submission add column public_token text not null
  default replace(gen_random_uuid()::text, '-', '');
alter table submission add constraint submission_public_token unique (public_token);

-- A form may be about a submission: its subject is then the number of the step that it tells.
alter table issued_form add column submission_id bigint references submission;
drop index issued_form_subject;
create unique index issued_form_subject
  on issued_form (form, coalesce(dossier_id, 0), coalesce(submission_id, 0), subject);
