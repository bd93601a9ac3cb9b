-- Upheld feedback and (partly) upheld complaints about conduct by the day of the conduct, of the
-- dossiers accepted in the same days. Denunciations are no figure of a service.
select 0 as body,
  (select count(*) from feedback f
   where f.dataset_id = asked.dataset and f.class = 'CONDUCT' and f.upheld
     and f.conduct_on >= (asked.begin at time zone asked.zone)::date
     and f.conduct_on < (asked.finish at time zone asked.zone)::date)
  + (select count(*) from petition p
     where p.dataset_id = asked.dataset and p.kind = 'COMPLAINT' and p.about_conduct
       and p.outcome in ('UPHELD', 'PARTLY_UPHELD')
       and p.conduct_on >= (asked.begin at time zone asked.zone)::date
       and p.conduct_on < (asked.finish at time zone asked.zone)::date) as numerator,
  (select count(*) from dossier d
   where d.dataset_id = asked.dataset and d.state <> 'VOIDED' and d.received_at >= asked.begin
     and d.received_at < asked.finish) as denominator
from asked
