package vn.motcua.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.motcua.database.Query;
import vn.motcua.dossier.Channel;

/** A submission as it stands, and what is written of it. */
record SubmissionRow(
    long id,
    String externalId,
    int revision,
    String digest,
    int branchId,
    Channel channel,
    String procedureCode,
    String ownerNumber,
    String content,
    SubmissionState state,
    Instant submittedAt,
    Instant decideBy,
    Instant seenAt,
    int edits,
    UUID requestId,
    Long dossierId,
    String token,
    int version) {

  private static final Query.Row<SubmissionRow> READER =
      row ->
          new SubmissionRow(
              row.getLong("id"),
              row.getString("external_id"),
              row.getInt("revision"),
              row.getString("digest"),
              row.getInt("branch_id"),
              Channel.valueOf(row.getString("channel")),
              row.getString("procedure_code"),
              row.getString("owner_number"),
              row.getString("content"),
              SubmissionState.valueOf(row.getString("state")),
              Query.moment(row, "submitted_at"),
              Query.moment(row, "decide_by"),
              Query.moment(row, "seen_at"),
              row.getInt("edits"),
              row.getObject("request_id", UUID.class),
              (Long) row.getObject("dossier_id"),
              row.getString("public_token"),
              row.getInt("version"));

  /** Lets one transaction at a time work on a sender's number. */
  static Optional<SubmissionRow> known(Connection connection, String system, String externalId)
      throws SQLException {
    Query.of(
            connection,
            "select pg_advisory_xact_lock(hashtextextended('submission ' || ? || ' ' || ?, 0))",
            system,
            externalId)
        .first(row -> true);
    return Query.of(
            connection,
            """
            select * from submission
            where dataset_id = 1 and source_system = ? and external_id = ? for update""",
            system,
            externalId)
        .first(READER);
  }

  /**
   * Locks it.
   *
   * @throws AcceptanceFailure.Unknown where there is none
   */
  static SubmissionRow locked(Connection connection, long id) throws SQLException {
    return Query.of(connection, "select * from submission where id = ? for update", id)
        .first(READER)
        .orElseThrow(AcceptanceFailure.Unknown::new);
  }

  /**
   * @throws AcceptanceFailure.Unknown where there is none
   */
  static SubmissionRow of(Connection connection, long id) throws SQLException {
    return Query.of(connection, "select * from submission where id = ?", id)
        .first(READER)
        .orElseThrow(AcceptanceFailure.Unknown::new);
  }

  /**
   * @throws AcceptanceFailure.MovedOn where it is no longer what was shown, or waits no more
   */
  void checkWaiting(int seenVersion) {
    if (state != SubmissionState.WAITING || version != seenVersion) {
      throw new AcceptanceFailure.MovedOn(externalId, state);
    }
  }

  void step(
      Connection connection,
      String kind,
      Instant at,
      String actor,
      List<String> items,
      String reason,
      String overrideReason)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into submission_step
              (submission_id, sequence, kind, at, actor, items, reason, override_reason)
            select ?, coalesce(max(sequence), 0) + 1, ?, ?, ?, ?, ?, ?
            from submission_step where submission_id = ?""",
            id,
            kind,
            at,
            actor,
            items,
            reason,
            overrideReason,
            id)
        .update();
  }
}
