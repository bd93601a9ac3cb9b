-- Each dossier's and each filing's own number, added up by branch.
select body, sum(n) as numerator, 0 as denominator
from (
  select coalesce(d.branch_id, 0) as body,
    (select count(*) from supplement_request r
     where r.dossier_id = d.id and r.override_by <> '' and r.requested_at >= asked.begin
       and r.requested_at < asked.finish)
    + (select count(*) from dossier_extension e
       where e.dossier_id = d.id and e.override_by <> '' and e.extended_at >= asked.begin
         and e.extended_at < asked.finish) as n
  from asked join dossier d on d.dataset_id = asked.dataset
  union all
  select s.branch_id,
    (select count(*) from submission_step t
     where t.submission_id = s.id and length(t.override_reason) > 0 and t.at >= asked.begin
       and t.at < asked.finish)
  from asked join submission s on s.dataset_id = asked.dataset) each_one
where n > 0
group by body
