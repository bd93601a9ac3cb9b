-- What the components ask of the accepted dossiers received in the period, each dossier once: what its
-- papers, results, payments, requests and pauses say is gathered first, then all is counted in one
-- pass. Apart, each component read the same dossiers again, and looked into the tables beside them
-- dossier by dossier. A column for each numerator and, with _of, each denominator.
, received as materialized (
  select d.id, d.procedure_id, d.channel, d.due_at, d.original_due_at, d.finished_at, d.closed_at
  from asked, dossier d
  where d.dataset_id = asked.dataset and d.received_at >= asked.begin
    and d.received_at < asked.finish and d.state <> 'VOIDED'),
papers as (
  select p.dossier_id, bool_or(g.digitised) as digitised,
    bool_or(g.reused_from is not null) as reused, bool_or(g.national_store) as shared
  from received d join dossier_paper p on p.dossier_id = d.id join digital_paper g on g.paper_id = p.id
  group by p.dossier_id),
electronic as (
  select distinct r.dossier_id from received d join result_document r on r.dossier_id = d.id
  where r.file_id is not null),
charged as (
  select q.dossier_id, coalesce(bool_or(p.method = 'ONLINE'), false) as online
  from received d
  join payment_request q on q.dossier_id = d.id and q.cancelled_at is null
  left join payment p on p.request_id = q.id and p.voided_at is null
  group by q.dossier_id),
requests as (
  select r.dossier_id,
    count(*) filter (where not r.recheck) as asked,
    min(r.requested_at) filter (where r.answered_at is null) as pending
  from received d join supplement_request r on r.dossier_id = d.id
  group by r.dossier_id),
pauses as materialized (
  select p.dossier_id, p.sequence, p.occurred_at, d.due_at
  from received d join dossier_transition p on p.dossier_id = d.id
  where p.kind = 'PAUSED' and p.lawful and (d.due_at is null or p.occurred_at <= d.due_at)),
stretches (dossier_id, stretch) as (
  select r.dossier_id, tstzrange(r.requested_at, r.answered_at)
  from received d join supplement_request r on r.dossier_id = d.id
  where r.answered_at > r.requested_at
  union all
  select p.dossier_id, tstzrange(p.occurred_at, greatest(p.occurred_at, least(asked.present, coalesce((
      select n.occurred_at from dossier_transition n
      where n.dossier_id = p.dossier_id and n.sequence > p.sequence
        and n.kind in ('RESUMED', 'FINISHED', 'CLOSED')
      order by n.sequence limit 1), 'infinity'))))
  from pauses p, asked),
waits as (
  select dossier_id, sum(upper(piece) - lower(piece)) as waited
  from (select dossier_id, unnest(range_agg(stretch)) as piece from stretches group by 1) pieces
  group by dossier_id),
-- A lawful pause begun in time that lasts: nothing is late meanwhile.
held as (
  select distinct p.dossier_id from pauses p
  where p.due_at is not null and not exists (
    select from dossier_transition r
    where r.dossier_id = p.dossier_id and r.kind = 'RESUMED' and r.sequence > p.sequence)),
disliked as (
  select r.dossier_id from received d join rating r on r.dossier_id = d.id
  where 1 = any (r.answers) or 2 = any (r.answers)
  union
  select f.dossier_id from received d join feedback f on f.dossier_id = d.id),
counted as (
  select
    -- 2.1: handled, or in hand, within time. The end is the result's moment, else the closing's, else
    -- a pending first request's, else the end of what is known. Subtracted (wall clock, what overlaps
    -- once): the time that the applicant took to supplement, and lawful pauses begun in time, as on
    -- the dossier's own clock of QĐ 766: the formula names the supplement alone, but the status
    -- “financial obligation” stops the portal's clock too. A second request of any kind makes it late;
    -- a re-check of the same items does not.
    count(*) filter (
      where coalesce(q.asked, 0) <= 1
        and (d.original_due_at is null
          or coalesce(d.finished_at, d.closed_at, q.pending, asked.present)
               - coalesce(w.waited, interval '0') <= d.original_due_at)) as on_time,
    count(*) as on_time_of,
    -- 3.3: filed online, and where a result is there it is an electronic file. Its points are
    -- multiplied by the share of synchronised dossiers (1.4) in IndexReading.
    count(*) filter (
      where d.channel = 'ONLINE' and (d.finished_at is null or e.dossier_id is not null))
      as online_dossiers,
    count(*) as online_dossiers_of,
    -- 3.6: paid online, of those from which something was asked; and their procedures.
    count(*) filter (where c.online) as paid_online,
    count(c.dossier_id) as paid_online_of,
    count(distinct d.procedure_id) filter (where c.online) as fee_services_paid,
    count(distinct d.procedure_id) filter (where c.dossier_id is not null) as fee_services_paid_of,
    -- 4.2: at least one paper confirmed as digitised and, where a result is there, an electronic one.
    count(*) filter (
      where p.digitised and (d.finished_at is null or e.dossier_id is not null)) as digitised,
    count(*) as digitised_of,
    -- 4.3: with at least one paper taken from an earlier dossier.
    count(*) filter (where p.reused) as reused,
    count(*) as reused_of,
    -- 4.4: with at least one paper from the national personal store. Results put into the store are
    -- not counted: nothing synchronises them yet.
    count(*) filter (where p.shared) as shared,
    count(*) as shared_of,
    -- 4.5: the person was found in the national population database, of the dossiers received at a
    -- counter or online; and their procedures.
    count(*) filter (where i.answers ->> 'du-lieu-dan-cu' = 'true') as population_dossiers,
    count(i.dossier_id) as population_dossiers_of,
    count(distinct d.procedure_id) filter (where i.answers ->> 'du-lieu-dan-cu' = 'true')
      as population_services,
    count(distinct d.procedure_id) filter (where i.dossier_id is not null)
      as population_services_of,
    -- 5.4: 100 % less the share of late dossiers and that of dossiers with feedback (PAKN) or a
    -- dislike (an answer of 1 or 2); a dossier that is late and disliked counts twice, as the formula
    -- has it. Late is late against the due moment that lawful pauses and restarts have moved.
    count(*)
      - count(*) filter (
          where coalesce(d.finished_at, d.closed_at, asked.present) > d.due_at
            and h.dossier_id is null)
      - count(o.dossier_id) as service_satisfied,
    count(*) as service_satisfied_of
  from asked, received d
  left join papers p on p.dossier_id = d.id
  left join electronic e on e.dossier_id = d.id
  left join charged c on c.dossier_id = d.id
  left join requests q on q.dossier_id = d.id
  left join waits w on w.dossier_id = d.id
  left join held h on h.dossier_id = d.id
  left join disliked o on o.dossier_id = d.id
  left join dossier_intake i on i.dossier_id = d.id)
