-- The same from the procedures: first how each is measured, then two sums, one of what the results tell
-- and one of the clock.
select procedure_id as body, sum(minutes) as numerator, count(*) as denominator
from (
  with measured as (
    select procedure_id, coalesce(bool_or(unit like 'working%') filter (where place = 1), false) as working
    from (
      select v.procedure_id, m.unit,
        row_number() over (partition by v.procedure_id
          order by m.applies_to, m.channel is not null, m.channel) as place
      from procedure_version v left join procedure_limit m on m.version_id = v.id
      where not exists (
        select from procedure_version o
        where o.procedure_id = v.procedure_id and o.valid_from > v.valid_from)) limits
    group by procedure_id),
  told as (
    select dossier_id, (array_agg(used_minutes order by sequence desc))[1] as minutes
    from dossier_transition, asked
    where dataset_id = asked.dataset and kind = 'FINISHED' group by dossier_id),
  resolved as (
    select d.id, d.procedure_id, m.working,
      case when d.finished_at > d.received_at then d.finished_at - d.received_at else interval '0' end as took
    from asked, dossier d join measured m using (procedure_id)
    where d.dataset_id = asked.dataset and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
      and d.finished_at > '-infinity' and tstzrange(asked.begin, asked.finish) @> d.received_at)
  select procedure_id, told.minutes::numeric from resolved join told on told.dossier_id = resolved.id
  where working and told.minutes is not null
  union all
  select procedure_id, trunc(extract(epoch from took) / 60) from resolved where not working) line
  (procedure_id, minutes)
group by procedure_id
