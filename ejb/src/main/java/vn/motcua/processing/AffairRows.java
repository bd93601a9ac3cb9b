package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;
import vn.motcua.worktime.ScoredTerm;
import vn.motcua.worktime.Suspension;
import vn.motcua.worktime.Suspensions;
import vn.motcua.worktime.WorkingTime;

/** Reads what goes on beside a dossier's steps. */
final class AffairRows {

  private final Connection connection;
  private final WorkingTime time;
  private final Instant now;

  AffairRows(Connection connection, WorkingTime time, Instant now) {
    this.connection = connection;
    this.time = time;
    this.now = now;
  }

  DossierAffairs of(DossierView.Header head) throws SQLException {
    long id = head.seen().dossierId();
    return new DossierAffairs(
        proposal(id),
        extension(id),
        opinions(id),
        correction(id),
        links(id),
        clocks(id, head),
        proofs(id));
  }

  private DossierAffairs.Proposal proposal(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select q.*, coalesce(s.full_name, q.proposed_by) as who from supplement_proposal q
            left join account a on a.login = q.proposed_by left join staff s on s.id = a.staff_id
            where q.dossier_id = ? and q.decision = ''""",
            id)
        .first(
            row ->
                new DossierAffairs.Proposal(
                    Query.texts(row, "items"),
                    row.getString("reason"),
                    row.getBoolean("recheck"),
                    row.getString("who"),
                    Query.moment(row, "proposed_at")))
        .orElse(null);
  }

  private DossierAffairs.Extended extension(long id) throws SQLException {
    return Query.of(connection, "select * from dossier_extension where dossier_id = ?", id)
        .first(
            row ->
                new DossierAffairs.Extended(
                    Query.moment(row, "old_promise"),
                    Query.moment(row, "new_promise"),
                    row.getString("reason"),
                    row.getBoolean("late"),
                    Query.moment(row, "extended_at")))
        .orElse(null);
  }

  private List<DossierAffairs.Opinion> opinions(long id) throws SQLException {
    return Query.of(
            connection, "select * from opinion_request where dossier_id = ? order by id", id)
        .list(
            row -> {
              Instant due = Query.moment(row, "due_at");
              Instant answered = Query.moment(row, "answered_at");
              return new DossierAffairs.Opinion(
                  row.getLong("id"),
                  row.getString("asked_of"),
                  row.getString("question"),
                  due,
                  answered,
                  row.getString("answer"),
                  (answered == null ? now : answered).isAfter(due));
            });
  }

  private DossierAffairs.Correction correction(long id) throws SQLException {
    return Query.of(
            connection,
            "select * from result_correction where dossier_id = ? and corrected_at is null",
            id)
        .first(
            row -> {
              Instant due = Query.moment(row, "due_at");
              return new DossierAffairs.Correction(row.getString("error"), due, now.isAfter(due));
            })
        .orElse(null);
  }

  private List<DossierAffairs.Link> links(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select 'CONVERTED_TO' as kind, d.code from dossier_conversion c
              join dossier d on d.id = c.to_dossier where c.from_dossier = ?
            union all
            select 'CONVERTED_FROM', d.code from dossier_conversion c
              join dossier d on d.id = c.from_dossier where c.to_dossier = ?
            union all
            select 'DUPLICATE_OF', d.code from dossier_duplicate c
              join dossier d on d.id = c.of_dossier where c.dossier_id = ?""",
            id,
            id,
            id)
        .list(row -> new DossierAffairs.Link(row.getString("kind"), row.getString("code")));
  }

  private DossierAffairs.Clocks clocks(long id, DossierView.Header head) throws SQLException {
    Instant end =
        head.finishedAt() != null
            ? head.finishedAt()
            : head.closedAt() != null ? head.closedAt() : now;
    List<Suspension> pauses = new CaseRows(connection).lawfulPauses(id, end);
    Instant restarted =
        Query.of(
                connection,
                """
                select max(occurred_at) as at from dossier_transition
                where dossier_id = ? and kind = 'DUE_MOVED' and due_cause = 'RESTART'""",
                id)
            .first(row -> Query.moment(row, "at"))
            .orElse(head.receivedAt());
    boolean ended = head.finishedAt() != null || head.closedAt() != null;
    return new DossierAffairs.Clocks(
        new DossierAffairs.LegalClock(
            minutes(restarted, end, pauses),
            head.dueAt(),
            restarted.equals(head.receivedAt()) ? null : restarted,
            pauses.stream()
                .filter(pause -> !pause.from().isBefore(restarted))
                .mapToLong(pause -> time.between(pause.from(), pause.to()).toMinutes())
                .sum(),
            head.dueAt() == null || !legalEnd(head, pauses, end).isAfter(head.dueAt())),
        index(id, head, ended ? end : null),
        ended);
  }

  /** While a lawful pause lasts the due moment stands, and so does the clock. */
  private static Instant legalEnd(DossierView.Header head, List<Suspension> pauses, Instant end) {
    boolean standing =
        head.state() == DossierState.PAUSED
            && !pauses.isEmpty()
            && !pauses.getLast().to().isBefore(end);
    return standing ? pauses.getLast().from() : end;
  }

  private DossierAffairs.IndexClock index(long id, DossierView.Header head, Instant ended)
      throws SQLException {
    ScoredTerm term =
        new ScoredTerm(
            head.originalDueAt(),
            Query.of(connection, "select * from supplement_request where dossier_id = ?", id)
                .list(
                    row ->
                        new ScoredTerm.Wait(
                            Query.moment(row, "requested_at"),
                            Query.moment(row, "answered_at"),
                            row.getBoolean("recheck"))));
    Instant until = term.scoredAt(ended, now);
    List<Suspension> waits =
        term.waits().stream()
            .filter(wait -> wait.answeredAt() != null)
            .map(wait -> new Suspension(wait.askedAt(), wait.answeredAt()))
            .toList();
    return new DossierAffairs.IndexClock(
        minutes(head.receivedAt(), until, waits),
        term.dueAt(),
        term.subtracted().toMinutes(),
        term.requests(),
        term.inTime(ended, now));
  }

  private List<DossierAffairs.Proof> proofs(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select p.*, coalesce(s.full_name, p.added_by) as who from return_proof p
            left join account a on a.login = p.added_by left join staff s on s.id = a.staff_id
            where p.dossier_id = ? order by p.id""",
            id)
        .list(
            row ->
                new DossierAffairs.Proof(
                    row.getString("kind"),
                    row.getString("words"),
                    row.getObject("file_id", UUID.class),
                    row.getString("who"),
                    Query.moment(row, "added_at")));
  }

  private long minutes(Instant from, Instant to, List<Suspension> pauses) {
    return to.isBefore(from) ? 0 : time.between(from, to, Suspensions.of(pauses)).toMinutes();
  }

  /** What happened beside the steps, for the story; no happening of the history itself. */
  List<DossierView.Happening> happenings(long id) throws SQLException {
    return Query.of(
            connection,
            """
            select h.kind, h.at, coalesce(s.full_name, h.who, '') as who, h.detail, h.document,
              h.due_at
            from (
              select 'PROPOSED' as kind, proposed_at as at, proposed_by as who,
                array_to_string(items, '; ') as detail, '' as document,
                null::timestamptz as due_at
              from supplement_proposal where dossier_id = ?
              union all select 'PROPOSAL_DECLINED', decided_at, decided_by, note, '', null
              from supplement_proposal where dossier_id = ? and decision = 'DECLINED'
              union all select 'ANSWERED', answered_at, answered_by, '', '', null
              from supplement_request where dossier_id = ? and answered_at is not null
              union all select 'EXTENDED', extended_at, extended_by, reason, document, new_promise
              from dossier_extension where dossier_id = ?
              union all select 'OPINION_ASKED', asked_at, asked_by, asked_of || ': ' || question, '',
                due_at from opinion_request where dossier_id = ?
              union all select 'OPINION_GIVEN', answered_at, answered_by,
                asked_of || ': ' || answer, document, null
              from opinion_request where dossier_id = ? and answered_at is not null
              union all select 'ERROR_FOUND', reported_at, reported_by, error, '', due_at
              from result_correction where dossier_id = ?
              union all select 'RESULT_CORRECTED', corrected_at, corrected_by, '', '', null
              from result_correction where dossier_id = ? and corrected_at is not null
              union all select 'RESULT_' || kind, noted_at, noted_by, note, '', null
              from result_notice where dossier_id = ?
              union all select 'PARTY_CHANGED', changed_at, changed_by, reason, document, null
              from party_change where dossier_id = ?
              union all select 'CONSULTED', t.begun_at, '', u.name || ': ' || t.name, '', t.due_at
              from dossier_task t join unit u on u.id = t.unit_id
              where t.dossier_id = ? and t.kind = 'CONSULTATION'
              union all select case when t.ending = 'WAIVED' then 'CONSULTATION_WAIVED'
                  else 'CONSULTATION_GIVEN' end, t.completed_at, t.completed_by,
                u.name || ': ' || t.comment, t.document, null
              from dossier_task t join unit u on u.id = t.unit_id
              where t.dossier_id = ? and t.kind = 'CONSULTATION' and t.completed_at is not null
                and not t.abandoned
              union all select 'HANDED_OVER', t.begun_at, '', u.name || ': ' || t.name, '', t.due_at
              from dossier_task t join unit u on u.id = t.unit_id
              where t.dossier_id = ? and t.hand_over
              union all select 'RETURN_PROVED', added_at, added_by, words, '', null
              from return_proof where dossier_id = ?
              union all select 'EXTERNAL_CODE_PASSED_ON', c.converted_at, c.converted_by,
                c.external_system || ': ' || c.external_code || ' → ' || d.code, '', null
              from dossier_conversion c join dossier d on d.id = c.to_dossier
              where ? in (c.from_dossier, c.to_dossier) and c.external_code is not null) h
            left join account a on a.login = h.who left join staff s on s.id = a.staff_id
            order by h.at""",
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id,
            id)
        .list(
            row ->
                new DossierView.Happening(
                    row.getString("kind"),
                    Query.moment(row, "at"),
                    row.getString("who"),
                    "",
                    "",
                    row.getString("detail"),
                    row.getString("document"),
                    Query.moment(row, "due_at"),
                    false,
                    0));
  }
}
