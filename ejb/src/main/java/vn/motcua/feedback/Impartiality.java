package vn.motcua.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import vn.motcua.database.Query;

/**
 * Nobody judges himself: neither the judged body nor one below it decides, nor does somebody who is
 * employed there sign the answer.
 */
final class Impartiality {

  private static final String WITHIN =
      """
      with recursive above(id) as (
        select coalesce(lineage_id, id) from unit where id = ?
        union
        select coalesce(p.lineage_id, p.id) from above a
        join unit v on coalesce(v.lineage_id, v.id) = a.id
        join unit p on p.id = v.parent_id)
      select exists (select 1 from above a join unit j on coalesce(j.lineage_id, j.id) = a.id
                     where j.id = ?)""";

  private final Connection connection;

  Impartiality(Connection connection) {
    this.connection = connection;
  }

  /**
   * @throws FeedbackFailure.JudgeIsJudged where the judge is the judged body or below it
   */
  void checkBodies(int judge, int judged) throws SQLException {
    if (within(judge, judged)) {
      throw new FeedbackFailure.JudgeIsJudged();
    }
  }

  /**
   * @throws FeedbackFailure.JudgeIsJudged where the account's own body is the judged one or below
   *     it
   */
  void checkPerson(int accountId, Integer judged) throws SQLException {
    if (judged == null) {
      return;
    }
    int own =
        Query.of(
                connection,
                "select s.unit_id from account a join staff s on s.id = a.staff_id where a.id = ?",
                accountId)
            .first(row -> row.getInt(1))
            .orElseThrow();
    if (within(own, judged)) {
      throw new FeedbackFailure.JudgeIsJudged();
    }
  }

  private boolean within(int unit, int body) throws SQLException {
    return Query.of(connection, WITHIN, unit, body).first(row -> row.getBoolean(1)).orElseThrow();
  }
}
