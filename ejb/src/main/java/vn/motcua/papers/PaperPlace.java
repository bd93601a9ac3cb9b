package vn.motcua.papers;

import java.sql.Connection;
import java.sql.SQLException;
import vn.motcua.database.Query;
import vn.motcua.identity.Scope;

/**
 * Whose a paper is.
 *
 * @param branchId the receiving branch; the agency where there is none
 * @param pointId the place below the branch that received it; null: the branch itself
 * @param componentCode empty for a paper beyond the list
 */
record PaperPlace(
    long paperId,
    String name,
    long dossierId,
    String dossierCode,
    int unitId,
    int branchId,
    Integer pointId,
    String componentCode,
    String custody,
    int originals) {

  /** The body by which the caller reaches it: the branch, or the caller's own point below it. */
  int placeFor(Scope scope) {
    return scope.nearest(branchId, pointId);
  }

  /**
   * Locks the paper.
   *
   * @throws PaperFailure.Unknown where there is none
   */
  static PaperPlace locked(Connection connection, long paperId) throws SQLException {
    return Query.of(
            connection,
            """
            select p.id, p.name, p.custody, p.originals, d.id as dossier_id, d.code, d.unit_id,
              coalesce(d.branch_id, d.unit_id) as branch_id,
              coalesce((select c.code from procedure_component c where c.id = p.component_id), '')
                as component,
              (select v.point_id from dossier_intake i join visit v on v.id = i.visit_id
               where i.dossier_id = d.id and v.branch_id = d.branch_id) as point_id
            from dossier_paper p join dossier d on d.id = p.dossier_id
            where p.id = ? for update of p""",
            paperId)
        .first(
            row ->
                new PaperPlace(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getLong("dossier_id"),
                    row.getString("code"),
                    row.getInt("unit_id"),
                    row.getInt("branch_id"),
                    row.getObject("point_id", Integer.class),
                    row.getString("component"),
                    row.getString("custody"),
                    row.getInt("originals")))
        .orElseThrow(PaperFailure.Unknown::new);
  }
}
