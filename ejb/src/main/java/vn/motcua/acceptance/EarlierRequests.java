package vn.motcua.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierService;
import vn.motcua.events.RequestKind;

/**
 * Tells the log, once there is a dossier, how often the applicant was sent back before: each
 * refusal that was filed anew within 60 days and each request for edits is a request of the episode
 * (K2).
 */
final class EarlierRequests {

  private static final Duration EPISODE = Duration.ofDays(60);

  private final Connection connection;
  private final DossierService dossiers;

  EarlierRequests(Connection connection, DossierService dossiers) {
    this.connection = connection;
    this.dossiers = dossiers;
  }

  private record Request(
      RequestKind kind,
      List<String> items,
      String reason,
      String actor,
      Instant at,
      String override) {}

  /**
   * @param at of the acceptance: before it there was no dossier that anything could happen to
   */
  void tell(SubmissionRow submission, long dossierId, Instant at) throws SQLException {
    for (Request request : refusals(submission, at)) {
      tell(dossierId, request, at);
    }
    Query.of(
            connection,
            """
            update submission set counted_in = ?
            where state = 'REFUSED' and counted_in is null and owner_number = ?
              and owner_number <> '' and procedure_code = ? and decided_at > ? and id <> ?""",
            dossierId,
            submission.ownerNumber(),
            submission.procedureCode(),
            at.minus(EPISODE),
            submission.id())
        .update();
    for (Request request : edits(submission)) {
      tell(dossierId, request, at);
    }
  }

  private List<Request> refusals(SubmissionRow submission, Instant at) throws SQLException {
    return Query.of(
            connection,
            """
            select 'REFUSAL' as kind, s.items, s.reason, s.actor, s.at, s.override_reason
            from submission b join submission_step s on s.submission_id = b.id
            where b.state = 'REFUSED' and b.counted_in is null and b.owner_number = ?
              and b.owner_number <> '' and b.procedure_code = ? and b.decided_at > ?
              and b.id <> ? and s.kind = 'REFUSED'
            order by s.at""",
            submission.ownerNumber(),
            submission.procedureCode(),
            at.minus(EPISODE),
            submission.id())
        .list(EarlierRequests::request);
  }

  private List<Request> edits(SubmissionRow submission) throws SQLException {
    return Query.of(
            connection,
            """
            select 'ONLINE_EDIT' as kind, items, reason, actor, at, override_reason
            from submission_step where submission_id = ? and kind = 'EDIT_ASKED'
            order by sequence""",
            submission.id())
        .list(EarlierRequests::request);
  }

  private static Request request(java.sql.ResultSet row) throws SQLException {
    return new Request(
        RequestKind.valueOf(row.getString("kind")),
        Query.texts(row, "items"),
        row.getString("reason"),
        row.getString("actor"),
        Query.moment(row, "at"),
        row.getString("override_reason"));
  }

  private void tell(long dossierId, Request request, Instant at) throws SQLException {
    int earlier =
        Query.of(
                connection,
                """
                select e.requests from request_episode e
                join dossier_intake i on i.episode_id = e.id
                where i.dossier_id = ? for update of e""",
                dossierId)
            .first(row -> row.getInt("requests"))
            .orElse(0);
    dossiers.requestSupplement(dossierId, at, request.kind(), earlier > 0, false, request.actor());
    Query.of(
            connection,
            """
            insert into supplement_request (dossier_id, number, kind, items, reason, requested_by,
              requested_at, in_time, override_by, override_reason, answered_at, answered_by)
            select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, true, ?, ?, ?, ?
            from supplement_request where dossier_id = ?""",
            dossierId,
            request.kind(),
            request.items(),
            request.reason(),
            request.actor(),
            request.at(),
            request.override().isEmpty() ? null : request.actor(),
            request.override(),
            at,
            request.actor(),
            dossierId)
        .update();
    Query.of(
            connection,
            """
            update request_episode set requests = requests + 1
            where id = (select episode_id from dossier_intake where dossier_id = ?)""",
            dossierId)
        .update();
  }
}
