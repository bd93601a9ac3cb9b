-- What a director allowed against a rule, with the reason on record.
select body, count(*) as numerator, 0 as denominator
from (
  select coalesce(d.branch_id, 0) as body
  from asked, supplement_request r join dossier d on d.id = r.dossier_id
  where d.dataset_id = asked.dataset and r.override_by is not null
    and r.requested_at >= asked.begin and r.requested_at < asked.finish
  union all
  select coalesce(d.branch_id, 0)
  from asked, dossier_extension e join dossier d on d.id = e.dossier_id
  where d.dataset_id = asked.dataset and e.override_by is not null
    and e.extended_at >= asked.begin and e.extended_at < asked.finish
  union all
  select s.branch_id
  from asked, submission_step t join submission s on s.id = t.submission_id
  where s.dataset_id = asked.dataset and t.override_reason <> '' and t.at >= asked.begin
    and t.at < asked.finish) allowed
group by 1
