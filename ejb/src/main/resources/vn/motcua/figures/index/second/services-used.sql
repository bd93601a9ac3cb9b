-- Online services joined with the dossiers filed online.
select count(distinct d.procedure_id), count(distinct p.id)
from asked join dataset s on s.id = asked.dataset
join procedure p on p.dataset_id = case when s.reference_id is null then s.id else s.reference_id end
join procedure_version v on v.procedure_id = p.id and v.online_level not in ('', 'NONE')
  and daterange(v.valid_from, v.valid_to) @> (asked.present at time zone s.zone)::date
left join dossier d on d.procedure_id = p.id and d.dataset_id = asked.dataset
  and d.channel = 'ONLINE' and d.state in ('OPEN', 'PAUSED', 'FINISHED', 'CLOSED')
  and tstzrange(asked.begin, asked.finish) @> d.received_at
