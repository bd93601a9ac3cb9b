package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierState;

/**
 * Where a ministry's own software (phần mềm của bộ, ngành) processes a dossier, and what it told.
 *
 * @param system the software's name
 * @param externalCode the dossier's number there; empty: not known
 * @param registered it came in there
 * @param told the software itself has told statuses by this number
 * @param statuses the latest first
 * @param enters the caller may write down a status that was read there
 * @param links the caller may note the number, or put it right
 */
public record DossierElsewhere(
    String system,
    String externalCode,
    boolean registered,
    boolean told,
    List<Status> statuses,
    boolean enters,
    boolean links) {

  public DossierElsewhere {
    statuses = List.copyOf(statuses);
  }

  /**
   * A status that was told.
   *
   * @param word as the software has it
   * @param meaning of {@link StatusMeaning}; empty: none
   * @param verdict APPLIED, WAITING, TOO_LATE, UNKNOWN or NOTED
   * @param who told it: full name, or the login where it has none
   */
  public record Status(
      String word,
      String meaning,
      String verdict,
      Instant occurredAt,
      Instant receivedAt,
      String note,
      String who,
      boolean byHand) {}

  /**
   * The same for who looks at it.
   *
   * @param follows the caller follows it at the branch
   */
  DossierElsewhere followed(DossierView.Header header, boolean follows) {
    boolean ended = header.state() == DossierState.CLOSED || header.returnedAt() != null;
    return new DossierElsewhere(
        system, externalCode, registered, told, statuses, follows && !ended, follows && !told);
  }

  static Optional<DossierElsewhere> of(Connection connection, long id) throws SQLException {
    record Kept(String system, String code, boolean registered) {}
    Kept kept =
        Query.of(
                connection,
                """
                select system, coalesce(external_code, '') as external_code, registered
                from external_dossier where dossier_id = ?""",
                id)
            .first(
                row ->
                    new Kept(
                        row.getString("system"),
                        row.getString("external_code"),
                        row.getBoolean("registered")))
            .orElse(null);
    if (kept == null) {
      return Optional.empty();
    }
    List<Status> statuses = statuses(connection, id);
    return Optional.of(
        new DossierElsewhere(
            kept.system(),
            kept.code(),
            kept.registered(),
            kept.registered() || statuses.stream().anyMatch(status -> !status.byHand()),
            statuses,
            false,
            false));
  }

  private static List<Status> statuses(Connection connection, long id) throws SQLException {
    return Query.of(
            connection,
            """
            select t.*, coalesce(s.full_name, t.received_by) as who
            from external_status t
            left join account a on a.login = t.received_by left join staff s on s.id = a.staff_id
            where t.dossier_id = ? order by t.occurred_at desc, t.number desc nulls last, t.id desc
            limit 200""",
            id)
        .list(
            row ->
                new Status(
                    row.getString("word"),
                    row.getString("meaning") == null ? "" : row.getString("meaning"),
                    row.getString("verdict"),
                    Query.moment(row, "occurred_at"),
                    Query.moment(row, "received_at"),
                    row.getString("note"),
                    row.getString("who"),
                    row.getBoolean("by_hand")));
  }
}
