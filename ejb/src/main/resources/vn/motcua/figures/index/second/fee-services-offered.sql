-- Procedures with a fee as the union of both catalogues of fees, joined with what can be paid online.
, day as (
  select case when s.reference_id is null then s.id else s.reference_id end as catalogue,
    (asked.present at time zone s.zone)::date as of
  from asked join dataset s on s.id = asked.dataset),
charged as (
  select v.procedure_id from day
  join procedure_version v on daterange(v.valid_from, v.valid_to) @> day.of
  join procedure_fee f on f.version_id = v.id and f.amount > 0
  union
  select v.procedure_id from day
  join procedure_version v on daterange(v.valid_from, v.valid_to) @> day.of
  join fee_schedule f on f.procedure_id = v.procedure_id and f.replaced_at is null
    and coalesce(f.amount, 1) > 0 and daterange(f.valid_from, f.valid_to) @> day.of),
payable as (
  select distinct f.procedure_id from day
  join fee_schedule f on daterange(f.valid_from, f.valid_to) @> day.of
  join fee_beneficiary b on b.id = f.beneficiary_id and b.trial is false
  where f.replaced_at is null and f.amount > 0 and (f.channel = 'ONLINE' or f.channel is null))
select count(payable.procedure_id), count(*)
from day join procedure p on p.dataset_id = day.catalogue
join charged on charged.procedure_id = p.id
left join payable on payable.procedure_id = p.id
