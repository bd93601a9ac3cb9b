-- 5.4: 100 % less the share of late dossiers and that of dossiers with feedback (PAKN) or a dislike
-- (an answer of 1 or 2), of the dossiers received in the period; a dossier that is late and disliked
-- counts twice, as the formula has it. Late is late against the due moment that lawful pauses and
-- restarts have moved; nothing is late while such a pause, begun in time, lasts.
select count(*)
    - count(*) filter (
        where coalesce(d.finished_at, d.closed_at, asked.present) > d.due_at
          and not exists (
            select from dossier_transition p
            where p.dossier_id = d.id and p.kind = 'PAUSED' and p.lawful
              and p.occurred_at <= d.due_at and not exists (
                select from dossier_transition r
                where r.dossier_id = d.id and r.kind = 'RESUMED' and r.sequence > p.sequence)))
    - count(*) filter (
        where exists (
            select 1 from rating r
            where r.dossier_id = d.id and (1 = any (r.answers) or 2 = any (r.answers)))
          or exists (select 1 from feedback f where f.dossier_id = d.id)),
  count(*)
from asked, dossier d
where d.dataset_id = asked.dataset and d.received_at >= asked.begin
  and d.received_at < asked.finish and d.state <> 'VOIDED'
