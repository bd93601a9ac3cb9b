-- The working minutes of each side, added up.
with :late-sides
select l.day, l.body, l.field_id, x.side, null::bigint as minutes, x.minutes as numerator,
  0 as denominator
from late l join lost x on x.dossier_id = l.dossier_id
