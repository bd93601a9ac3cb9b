-- Each side of each late dossier that lost time.
with :late-sides
select l.day, l.body, l.field_id, x.side, x.minutes, 1 as numerator, 1 as denominator
from late l join lost x on x.dossier_id = l.dossier_id
