-- 5.4: 100 % less the share of late dossiers and that of dossiers with a dislike (an answer of 1 or
-- 2), of the dossiers received in the period; a dossier that is both counts twice, as the formula
-- has it. Dossiers with feedback (PAKN) are added once feedback names them.
select count(*)
    - count(*) filter (
        where d.original_due_at is not null
          and coalesce(d.finished_at, d.closed_at, asked.present) > d.original_due_at)
    - count(*) filter (where exists (
        select 1 from rating r where r.dossier_id = d.id and (1 = any (r.answers) or 2 = any (r.answers)))),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
