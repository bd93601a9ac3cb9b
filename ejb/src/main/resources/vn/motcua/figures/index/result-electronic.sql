-- 4.1: with an electronic file of the result, of the dossiers whose result was ready in the period.
, ready as (
  select d.id from asked, dossier d
  where d.dataset_id = asked.dataset and d.finished_at >= asked.begin
    and d.finished_at < asked.finish and d.state <> 'VOIDED')
select (
    select count(distinct r.dossier_id)
    from ready join result_document r on r.dossier_id = ready.id
    where r.file_id is not null),
  (select count(*) from ready)
