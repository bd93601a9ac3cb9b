-- Of the late dossiers of which an officer said why, those where he names another side than the rule.
with :late-sides
select l.day, l.body, l.field_id, c.side, null::bigint as minutes,
  case when s.side <> c.side then 1 else 0 end as numerator, 1 as denominator
from late l join cause c on c.dossier_id = l.dossier_id
join said s on s.dossier_id = l.dossier_id
