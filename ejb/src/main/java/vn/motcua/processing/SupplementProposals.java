package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;

/** What agencies have proposed to ask applicants for. The dossier's lock is held by who changes. */
final class SupplementProposals {

  /** A proposal without a decision. */
  record Open(long id, List<String> items, String reason, boolean recheck, String by) {}

  private final Connection connection;

  SupplementProposals(Connection connection) {
    this.connection = connection;
  }

  Optional<Open> open(long dossierId) throws SQLException {
    return Query.of(
            connection,
            "select * from supplement_proposal where dossier_id = ? and decision = ''",
            dossierId)
        .first(
            row ->
                new Open(
                    row.getLong("id"),
                    Query.texts(row, "items"),
                    row.getString("reason"),
                    row.getBoolean("recheck"),
                    row.getString("proposed_by")));
  }

  void insert(long dossierId, SupplementItems wanted, Instant at, String actor)
      throws SQLException {
    Query.of(
            connection,
            """
            insert into supplement_proposal
              (dossier_id, items, reason, recheck, proposed_by, proposed_at)
            values (?, ?, ?, ?, ?, ?)""",
            dossierId,
            wanted.items(),
            wanted.reason(),
            wanted.recheck(),
            actor,
            at)
        .update();
  }

  void decide(long id, String decision, String note, Instant at, String actor) throws SQLException {
    Query.of(
            connection,
            """
            update supplement_proposal
            set decision = ?, decided_by = ?, decided_at = ?, note = ? where id = ?""",
            decision,
            actor,
            at,
            note,
            id)
        .update();
  }
}
