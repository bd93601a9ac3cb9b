-- Rows at random, by a seed, in every table that a figure is counted from; around September 2026. They
-- need not make a story: the two texts must agree on whatever lies there.
set session_replication_role = replica;
create function pg_temp.r(salt text, n bigint, below int) returns int language sql as
  $$ select abs(hashtext(':seed' || salt || n) % below) $$;
create function pg_temp.at(salt text, n bigint) returns timestamptz language sql as
  $$ select timestamptz '2026-08-20 00:00+07' + make_interval(mins => pg_temp.r(salt, n, 66000)) $$;
create function pg_temp.one(salt text, n bigint, variadic choices text[]) returns text language sql as
  $$ select choices[1 + pg_temp.r(salt, n, cardinality(choices))] $$;

insert into field (id, dataset_id, code, name) values (9001, 1, 'x', 'X'), (9002, 1, 'y', 'Y');
insert into unit (id, dataset_id, code, name, kind)
select 9000 + n, 1, 'u' || n, 'U' || n, case when n > 2 then 'BRANCH' else 'DEPARTMENT' end
from generate_series(1, 4) n;
-- Places below the branches; one moves from a branch to the other.
insert into unit (id, dataset_id, code, name, kind, parent_id, lineage_id, valid_from, valid_to) values
  (9005, 1, 'u5', 'U5', 'POINT', 9003, null, '-infinity', 'infinity'),
  (9006, 1, 'u6', 'U6', 'KIOSK', 9004, null, '-infinity', '2026-09-11'),
  (9007, 1, 'u6', 'U6', 'KIOSK', 9003, 9006, '2026-09-11', 'infinity'),
  (9008, 1, 'u8', 'U8', 'VAN', null, null, '2026-09-05', 'infinity');

insert into procedure (id, dataset_id, code) select 9000 + n, 1, 'p' || n from generate_series(1, 12) n;
insert into procedure_version (id, procedure_id, valid_from, valid_to, name, field_code, levels,
  limit_basis, fee_basis, source, file, digest, search_text, competent_agency, delegated_to,
  delegated_from, decision, decided_on, published_at, channels, online_level, volume)
select 10 * (9000 + n) + v, 9000 + n, case v when 1 then date '2020-01-01' else date '2026-09-11' end,
  case v when 1 then date '2026-09-11' else date 'infinity' end, pg_temp.one('name' || v, n, 'x', 'x', ''),
  'x', '{COMMUNE}', 'LIKELY', 'LIKELY', 'x', 'x', 'x', 'x', pg_temp.one('agency' || v, n, 'x', 'x', ''),
  pg_temp.one('delegated' || v, n, '', 'Phòng'),
  case when pg_temp.r('long-delegated', n, 2) = 0 then date '2025-08-25' + pg_temp.r('since', n, 40)
       else date '2026-09-01' + pg_temp.r('delegated-from', n, 20) end, 'x',
  case when pg_temp.r('decided' || v, n, 4) > 0
       then date '2026-08-25' + pg_temp.r('decided-on' || v, n, 40) end,
  case when pg_temp.r('published' || v, n, 3) > 0 then pg_temp.at('published-at' || v, n) end,
  case when pg_temp.r('channels', n, 5) = 0 then '{}' else array['ONLINE'] end,
  pg_temp.one('level' || v, n, '', 'FULL', 'PARTIAL', 'NONE'), nullif(pg_temp.r('volume' || v, n, 4), 3)
from generate_series(1, 12) n, generate_series(1, 2) v;
insert into delegation_evaluation (procedure_id, delegated_to, evaluated_on, scores, conclusion,
  recorded_by, recorded_at)
select 9000 + n, pg_temp.one('evaluated-of' || e, n, 'Phòng', 'Phòng', 'khác'),
  date '2025-09-10' + pg_temp.r('evaluated-on' || e, n, 400), '{3,3,3,3,3}', 'CONTINUE', 'x', now()
from generate_series(1, 12) n, generate_series(1, 3) e;
insert into procedure_legal_basis (version_id, position, name, valid_from)
select v.id, p, 'x', case when pg_temp.r('basis' || p, v.id, 4) > 0
                          then v.decided_on + pg_temp.r('effective' || p, v.id, 16) - 3 end
from procedure_version v, generate_series(1, 2) p where pg_temp.r('bases', v.id, 4) > 0 and v.procedure_id > 9000;
insert into procedure_cost (version_id, position, activity, hours, rate, other)
select v.id, p, 'x', pg_temp.r('hours' || p, v.id, 9), pg_temp.r('rate' || p, v.id, 500),
  pg_temp.r('other' || p, v.id, 900)
from procedure_version v, generate_series(1, 2) p where pg_temp.r('sheet', v.id, 3) > 0 and v.procedure_id > 9000;
insert into procedure_limit (version_id, amount, unit)
select id, 3, pg_temp.one('limit-unit', id, 'working_days', 'working_hours', 'calendar_days') from procedure_version where pg_temp.r('limit', id, 3) > 0 and procedure_id > 9000;
insert into procedure_limit (version_id, channel, amount, unit)
select id, 'ONLINE', 3, 'months' from procedure_version where pg_temp.r('second-limit', id, 4) = 0 and procedure_id > 9000;
insert into procedure_component (procedure_id, code, position, name, valid_from)
select id, 'x', 1, 'x', '2020-01-01' from procedure where pg_temp.r('component', id, 4) > 0 and id > 9000;
insert into internal_process (procedure_id, version, valid_from, baseline_steps, baseline_minutes)
select id, 1, '2020-01-01', 1, 1 from procedure where pg_temp.r('process', id, 3) > 0 and id > 9000;
insert into procedure_fee (version_id, amount)
select id, pg_temp.r('fee', id, 2) from procedure_version where procedure_id > 9000;
insert into fee_schedule (procedure_id, kind, name, channel, amount, legal_basis, beneficiary_id,
  valid_from, defined_by)
select p.id, 'FEE', 'x', pg_temp.one('fee-channel', p.id, 'ONLINE', 'DIRECT', null),
  nullif(pg_temp.r('schedule', p.id, 3), 2), 'x', 7000 + pg_temp.r('account', p.id, 2), '2025-01-01', 'x'
from procedure p where pg_temp.r('scheduled', p.id, 3) > 0 and p.id > 9000;
insert into fee_beneficiary (id, dataset_id, code, name, bank_bin, account_number, trial)
overriding system value values (7000, 1, 'a', 'a', '970415', '1', true), (7001, 1, 'b', 'b', '970415', '2', false);

insert into dossier (id, dataset_id, code, procedure_id, field_id, unit_id, branch_id, channel, state,
  received_at, due_at, original_due_at, finished_at, outcome, closed_at, sequence)
select 9000 + n, 1, 'X-' || n, 9001 + pg_temp.r('procedure', n, 12), 9001 + pg_temp.r('field', n, 2),
  9001 + pg_temp.r('unit', n, 3), nullif(9003 + pg_temp.r('branch', n, 3), 9005),
  pg_temp.one('channel', n, 'DIRECT', 'ONLINE', 'POST'),
  pg_temp.one('state', n, 'OPEN', 'PAUSED', 'FINISHED', 'FINISHED', 'CLOSED', 'VOIDED'),
  pg_temp.at('received', n),
  case when pg_temp.r('undated', n, 9) > 0 then pg_temp.at('due', n) end,
  case when pg_temp.r('undated', n, 9) > 0 then pg_temp.at('original', n) end,
  null, null, null, 1
from generate_series(1, 150) n;
update dossier set finished_at = pg_temp.at('finished', id), outcome = 'GRANTED' where state = 'FINISHED';
update dossier set closed_at = pg_temp.at('closed', id) where state = 'CLOSED';
insert into dossier_fact (generation, dossier_id, dataset_id, sequence, unit_id, branch_id, field_id,
  procedure_id, channel, class, received_at, original_due_at, overdue_since)
select 1, id, 1, 1, unit_id, coalesce(branch_id, 0), field_id, procedure_id, channel,
  case when state = 'VOIDED' then 'VOIDED' else 'LATE' end, received_at, original_due_at,
  case when pg_temp.r('overdue', id, 3) > 0 then original_due_at end
from dossier where id > 9000;
insert into dossier_transition (dossier_id, sequence, dataset_id, kind, occurred_at, recorded_at, lawful)
select d.id, s, 1, pg_temp.one('kind' || s, d.id, 'PAUSED', 'PAUSED', 'RESUMED', 'STEP', 'FINISHED', 'RATED'),
  pg_temp.at('occurred' || s, d.id),
  pg_temp.at('occurred' || s, d.id) + make_interval(mins => pg_temp.r('delay' || s, d.id, 3000) - 200),
  pg_temp.r('lawful' || s, d.id, 3) > 0
from dossier d, generate_series(1, 6) s where d.id > 9000;
update dossier_transition set used_minutes = nullif(pg_temp.r('used' || sequence, dossier_id, 4000), 0) - 100
where kind = 'FINISHED' and dossier_id > 9000 and pg_temp.r('used-known' || sequence, dossier_id, 5) > 0;
-- Of several ratings the first counts, and there is one row of rating.
insert into dossier_rated (dossier_id, sequence, answers, trust, place)
select dossier_id, sequence,
  array[pg_temp.r('a' || sequence, dossier_id, 6), pg_temp.r('b' || sequence, dossier_id, 6),
    pg_temp.r('c' || sequence, dossier_id, 6), pg_temp.r('d' || sequence, dossier_id, 6),
    pg_temp.r('e' || sequence, dossier_id, 6)]::smallint[], 4, 'LINK'
from dossier_transition where kind = 'RATED';
insert into rating (dossier_id, given_at, place, answers, trust)
select distinct on (r.dossier_id) r.dossier_id, t.occurred_at, 'LINK', r.answers, 4
from dossier_rated r join dossier_transition t using (dossier_id, sequence)
order by r.dossier_id, r.sequence;

insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id, role, begun_at,
  due_at, minutes, completed_at, abandoned, kind, beside_id, branch_position, ending)
select 100 * d.id + s, 1, d.id, s, 'x' || s, 'x', 9001 + pg_temp.r('task-unit' || s, d.id, 4), 'OFFICER',
  pg_temp.at('begun' || s, d.id),
  case when pg_temp.r('no-limit' || s, d.id, 7) > 0 then pg_temp.at('task-due' || s, d.id) end, 60,
  case when pg_temp.r('done' || s, d.id, 4) > 0 or s < 3 then pg_temp.at('done-at' || s, d.id) end,
  pg_temp.r('abandoned' || s, d.id, 8) = 0, case when s > 3 then 'CONSULTATION' else 'MAIN' end,
  case when s > 3 then 100 * d.id + 1 end, case when s > 3 then s end,
  case when s > 3 then pg_temp.one('ending' || s, d.id, '', '', 'WAIVED') else '' end
from dossier d, generate_series(1, 5) s where d.id > 9000;
insert into opinion_request (dossier_id, asked_of, question, asked_by, asked_at, due_at, answered_at)
select id, 'x', 'x', 'x', pg_temp.at('asked', id), pg_temp.at('opinion-due', id),
  case when pg_temp.r('answered', id, 3) > 0 then pg_temp.at('answered-at', id) end
from dossier where id > 9000 and pg_temp.r('opinion', id, 2) > 0;
insert into supplement_request (dossier_id, number, kind, recheck, items, reason, requested_by,
  requested_at, in_time, override_by, answered_at)
select d.id, s, 'SUPPLEMENT', pg_temp.r('recheck' || s, d.id, 3) = 0, '{x}', 'x', 'x',
  pg_temp.at('requested' || s, d.id), pg_temp.r('in-time' || s, d.id, 2) = 0,
  case when pg_temp.r('override' || s, d.id, 4) = 0 then 'son' end,
  case when pg_temp.r('supplemented' || s, d.id, 3) > 0
       then pg_temp.at('requested' || s, d.id) + make_interval(mins => pg_temp.r('took' || s, d.id, 9000)) end
from dossier d, generate_series(1, 2) s where d.id > 9000 and pg_temp.r('supplement' || s, d.id, 3) = 0;
insert into dossier_extension (dossier_id, reason, signer_title, signer, old_promise, new_promise, late,
  override_by, extended_by, extended_at)
select id, 'x', 'x', 'x', received_at, received_at + interval '9 days', false,
  case when pg_temp.r('extension-override', id, 2) = 0 then 'son' end, 'x', pg_temp.at('extended', id)
from dossier where id > 9000 and pg_temp.r('extension', id, 4) = 0;
insert into late_statement (dossier_id, number, side, words, said_by, said_at)
select d.id, s, pg_temp.one('said' || s, d.id, 'INTAKE', 'AGENCY', 'CONSULTED', 'APPLICANT', 'UNKNOWN'),
  'x', 'x', now()
from dossier d, generate_series(1, 2) s where d.id > 9000 and pg_temp.r('says' || s, d.id, 2) = 0;

insert into dossier_intake (dossier_id, visit_id, public_token, answers)
select id, id, 't' || id, case pg_temp.r('population', id, 3)
  when 0 then '{}' when 1 then '{"du-lieu-dan-cu": true}' else '{"du-lieu-dan-cu": false}' end::jsonb
from dossier where id > 9000 and pg_temp.r('intake', id, 5) > 0;
insert into dossier_paper (id, dossier_id, position, name, custody, added_at)
select 10 * d.id + s, d.id, s, 'x', pg_temp.one('custody' || s, d.id, 'KEPT', 'SEEN_RETURNED', 'HELD_ALREADY'),
  now() from dossier d, generate_series(1, 3) s where d.id > 9000;
insert into digital_paper (paper_id, digitised, confirmed_by, confirmed_at, reused_from, legal_basis,
  national_store)
select id, yes, case when yes then 'x' end, case when yes then now() end,
  case when pg_temp.r('reused', id, 5) = 0 then 1 end, 'x', pg_temp.r('store', id, 6) = 0
from (select id, pg_temp.r('digitised', id, 2) = 0 as yes from dossier_paper where id > 90000) p
where pg_temp.r('digital', id, 3) > 0;
insert into result_document (dossier_id, number, signed_on, signer, file_id, recorded_by, recorded_at)
select d.id, '1', '2026-09-01', 'x', case when pg_temp.r('file' || s, d.id, 2) = 0 then gen_random_uuid() end,
  'x', now() from dossier d, generate_series(1, 2) s where d.id > 9000 and d.finished_at is not null;
insert into payment_request (id, assessment_id, dossier_id, beneficiary_id, amount, reference, cancelled_at)
select 10 * d.id + s, d.id, d.id, s, 1, 'r' || d.id || s,
  case when pg_temp.r('cancelled' || s, d.id, 4) = 0 then now() end
from dossier d, generate_series(1, 2) s where d.id > 9000 and pg_temp.r('fee' || s, d.id, 2) = 0;
insert into payment (request_id, dataset_id, branch_id, counter, method, amount, day, taken_at, taken_by,
  voided_at)
select id, 1, 9003, 'x', pg_temp.one('method', id, 'CASH', 'TRANSFER', 'ONLINE'), 1, '2026-09-01', now(),
  'x', case when pg_temp.r('voided', id, 4) = 0 then now() end
from payment_request where id > 90000 and pg_temp.r('paid', id, 3) > 0;

insert into reception_refusal (dataset_id, branch_id, request_id, procedure_name, full_name, reason,
  refused_by, refused_at)
select 1, 9003 + pg_temp.r('refused-by', n, 2), gen_random_uuid(), 'x', 'x', 'x', 'x', pg_temp.at('refused', n)
from generate_series(1, 20) n;
insert into submission (dataset_id, source_system, external_id, revision, digest, branch_id, channel,
  procedure_code, owner_number, owner_name, content, submitted_at, arrived_at, sent_by, state, see_by,
  decide_by, seen_at, decided_at, request_id)
select 1, 'DVCQG', 'S' || n, 1, '', 9003 + pg_temp.r('sent-to', n, 2), 'ONLINE', 'x', '1', 'A', '{}',
  pg_temp.at('sent', n), pg_temp.at('sent', n), 'x', state, pg_temp.at('see-by', n),
  pg_temp.at('decide-by', n), case when pg_temp.r('seen', n, 2) = 0 then pg_temp.at('seen-at', n) end,
  case when state in ('ACCEPTED', 'REFUSED') then pg_temp.at('decided-at', n) end, gen_random_uuid()
from (select n, pg_temp.one('filing', n, 'WAITING', 'WAITING', 'EDIT_ASKED', 'ACCEPTED', 'REFUSED') as state
      from generate_series(1, 60) n) s;
insert into submission_step (submission_id, sequence, kind, at, actor, override_reason)
select id, 1, 'SEEN', pg_temp.at('step', id), 'x', pg_temp.one('overridden', id, '', '', 'x')
from submission;
insert into feedback (dataset_id, code, token, channel, received_at, registered_by, conduct_on, title,
  body, dossier_id, state, class, upheld, answer, classified_at, answered_at, answer_due_at, due_at, satisfied, reopened,
  judged_unit_id)
select 1, 'F' || n, 'F' || n, 'LETTER', pg_temp.at('feedback', n), 'x',
  date '2026-08-25' + pg_temp.r('conduct', n, 40), 'x', 'x',
  case when pg_temp.r('about', n, 3) = 0 then 9000 + pg_temp.r('about-which', n, 150) end,
  pg_temp.one('feedback-state', n, 'NEW', 'REFUSED', 'FORWARDED', 'ASSIGNED', 'ANSWERED'),
  pg_temp.one('class', n, 'CONDUCT', 'REGULATION', null), pg_temp.r('upheld', n, 2) = 0, 'x',
  pg_temp.at('classified-at', n),
  case when pg_temp.r('answered', n, 2) = 0 then pg_temp.at('answered-at', n) end,
  case when pg_temp.r('answer-due', n, 4) > 0 then pg_temp.at('answer-due-at', n) end,
  case when pg_temp.r('due', n, 4) > 0 then pg_temp.at('due-at', n) end,
  nullif(pg_temp.r('satisfied', n, 6), 0), pg_temp.r('reopened', n, 2),
  nullif(9000 + pg_temp.r('judged', n, 9), 9000)
from generate_series(1, 60) n;
insert into petition (dataset_id, code, kind, received_at, branch_id, registered_by, subject,
  about_unit_id, about_conduct, conduct_on, route_by, outcome)
select 1, 'K' || n, pg_temp.one('petition', n, 'COMPLAINT', 'DENUNCIATION'), now(), 9003, 'x', 'x',
  9001 + pg_temp.r('about-unit', n, 8), pg_temp.r('about-conduct', n, 3) > 0, date '2026-08-25' + pg_temp.r('petition-on', n, 40), now(),
  pg_temp.one('outcome', n, 'UPHELD', 'PARTLY_UPHELD', 'REJECTED', 'WITHDRAWN', null)
from generate_series(1, 30) n;
insert into certification_entry (dataset_id, agency_id, body_id, year, book, number, branch_id,
  occurred_at, clerk, requester, title, pages, copies, fee, dossier_id, request_id, electronic)
select 1, 9003, 9003, 2026, book, n, 9003, pg_temp.at('certified', n), 'x', 'x', 'x', 1, 1, 0, 9000 + n,
  gen_random_uuid(), book = 'COPY' and pg_temp.r('electronic', n, 3) = 0
from (select n, pg_temp.one('book', n, 'COPY', 'COPY', 'SIGNATURE') as book
      from generate_series(1, 40) n) b;
insert into national_count (dataset_id, month, synchronised, reported, portal, source, entered_by,
  entered_at)
select 1, date '2026-07-01' + make_interval(months => n % 3), pg_temp.r('sync', n, 90),
  90 + pg_temp.r('reported', n, 50), 90 + pg_temp.r('portal', n, 50), 'x', 'x', now()
from generate_series(1, 7) n;
set session_replication_role = origin;
