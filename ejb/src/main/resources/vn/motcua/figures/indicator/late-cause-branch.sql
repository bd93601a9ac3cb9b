-- Each late dossier once, at the side that lost the most time; by the branch that received it.
with :late-sides
select l.day, coalesce(l.branch_id, 0) as body, l.field_id, c.side, null::bigint as minutes,
  1 as numerator, 1 as denominator
from late l join cause c on c.dossier_id = l.dossier_id
