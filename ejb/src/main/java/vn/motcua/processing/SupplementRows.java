package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;

/** Requests for supplements. The dossier's lock is held by who changes them. */
final class SupplementRows {

  /**
   * A request without an answer.
   *
   * @param answerBy until when it may be answered
   */
  record Open(long id, boolean inTime, Instant answerBy) {}

  private final Connection connection;

  SupplementRows(Connection connection) {
    this.connection = connection;
  }

  Optional<Open> open(long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select id, in_time, answer_by from supplement_request
            where dossier_id = ? and answered_at is null order by number limit 1""",
            dossierId)
        .first(
            row ->
                new Open(
                    row.getLong("id"), row.getBoolean("in_time"), Query.moment(row, "answer_by")));
  }

  /** Whether each of the items stood in an earlier request of the dossier. */
  boolean askedBefore(long dossierId, List<String> items) throws SQLException {
    return Query.of(
            connection,
            """
            select coalesce(array_agg(item), '{}') @> ? as all_of_them
            from supplement_request, unnest(items) item where dossier_id = ?""",
            items,
            dossierId)
        .first(row -> row.getBoolean("all_of_them"))
        .orElse(false);
  }

  /** When the applicant last answered a request that had stopped the clock. */
  Optional<Instant> lastAnswerInTime(long dossierId) throws SQLException {
    return Query.of(
            connection,
            """
            select max(answered_at) as at from supplement_request
            where dossier_id = ? and in_time and answered_at is not null""",
            dossierId)
        .first(row -> Query.moment(row, "at"));
  }

  /**
   * How often the person was asked in this episode, by this dossier or another, re-checks left out;
   * a refusal at the counter before it counts too. Locks the episode.
   */
  int earlierInEpisode(CaseRow dossier) throws SQLException {
    return refusedBefore(dossier) + askedInEpisode(dossier);
  }

  /** Refusals at the counter of the 60 days before the receipt, same person and procedure. */
  private int refusedBefore(CaseRow dossier) throws SQLException {
    return Query.of(
            connection,
            """
            select count(*) as n from reception_refusal f
            join dossier d on d.id = ? and f.procedure_id = d.procedure_id
              and f.dataset_id = d.dataset_id
            where f.refused_at > d.received_at - interval '60 days' and f.refused_at <= d.received_at
              and f.national_id in (select p.national_id from dossier_person r
                join person p on p.id = r.person_id
                where r.dossier_id = d.id and r.relation = 'OWNER')""",
            dossier.id())
        .first(row -> row.getInt("n"))
        .orElse(0);
  }

  private int askedInEpisode(CaseRow dossier) throws SQLException {
    if (dossier.episodeId() != null) {
      return Query.of(
              connection,
              "select requests from request_episode where id = ? for update",
              dossier.episodeId())
          .first(row -> row.getInt("requests"))
          .orElse(0);
    }
    return Query.of(
            connection,
            "select count(*) as n from supplement_request where dossier_id = ? and not recheck",
            dossier.id())
        .first(row -> row.getInt("n"))
        .orElse(0);
  }

  void insert(
      CaseRow dossier,
      SupplementItems wanted,
      boolean inTime,
      Instant at,
      Instant answerBy,
      String actor)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into supplement_request
              (dossier_id, number, kind, recheck, items, reason, requested_by, requested_at,
               in_time, override_by, override_reason, answer_by)
            select ?, coalesce(max(number), 0) + 1, 'SUPPLEMENT', ?, ?, ?, ?, ?, ?, ?, ?, ?
            from supplement_request where dossier_id = ?""",
            dossier.id(),
            wanted.recheck(),
            wanted.items(),
            wanted.reason(),
            actor,
            at,
            inTime,
            wanted.overrideBy(),
            wanted.overrideReason(),
            answerBy,
            dossier.id())
        .update();
    if (!wanted.recheck() && dossier.episodeId() != null) {
      Query.of(
              connection,
              "update request_episode set requests = requests + 1 where id = ?",
              dossier.episodeId())
          .update();
    }
  }

  void answered(Open request, Instant at, String actor) throws SQLException {
    Query.of(
            connection,
            "update supplement_request set answered_at = ?, answered_by = ? where id = ?",
            at,
            actor,
            request.id())
        .update();
  }

  /** Whether this actor took an answer after the history had come to a number. */
  boolean answeredBy(long dossierId, String actor, int sequence) throws SQLException {
    return Query.of(
            connection,
            """
            select 1 from supplement_request s
            where s.dossier_id = ? and s.answered_by = ?
              and s.answered_at >= (select t.occurred_at from dossier_transition t
                                    where t.dossier_id = s.dossier_id and t.sequence = ?)""",
            dossierId,
            actor,
            sequence)
        .first(row -> true)
        .orElse(false);
  }
}
