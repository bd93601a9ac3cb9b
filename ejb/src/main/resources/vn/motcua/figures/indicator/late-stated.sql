-- Of the late dossiers, those of which an officer said why; by the side that the rule names.
with :late-sides
select l.day, l.body, l.field_id, c.side, null::bigint as minutes,
  case when s.dossier_id is null then 0 else 1 end as numerator, 1 as denominator
from late l join cause c on c.dossier_id = l.dossier_id
left join said s on s.dossier_id = l.dossier_id
