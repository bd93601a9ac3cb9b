-- 3.5: with an amount that can be paid online to a real account, of the procedures in force with a
-- fee; as of now.
, fee as (
  select p.id, (asked.present at time zone s.zone)::date as today
  from asked
  join dataset s on s.id = asked.dataset
  join procedure p on p.dataset_id = coalesce(s.reference_id, s.id)
  join procedure_version v on v.procedure_id = p.id
    and v.valid_from <= (asked.present at time zone s.zone)::date
    and v.valid_to > (asked.present at time zone s.zone)::date
  where exists (select from procedure_fee f where f.version_id = v.id and f.amount > 0)
    or exists (
      select from fee_schedule f
      where f.procedure_id = p.id and f.replaced_at is null and (f.amount is null or f.amount > 0)
        and f.valid_from <= (asked.present at time zone s.zone)::date
        and f.valid_to > (asked.present at time zone s.zone)::date))
select count(*) filter (
    where exists (
      select from fee_schedule f join fee_beneficiary b on b.id = f.beneficiary_id
      where f.procedure_id = fee.id and f.replaced_at is null and f.amount > 0 and coalesce(f.channel, 'ONLINE') = 'ONLINE'
        and f.valid_from <= fee.today and f.valid_to > fee.today and not b.trial)),
  count(*)
from fee
