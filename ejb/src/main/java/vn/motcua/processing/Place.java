package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.motcua.database.Query;
import vn.motcua.dossier.DossierFailure;
import vn.motcua.identity.Access;
import vn.motcua.identity.Role;
import vn.motcua.identity.Scope;

/**
 * Whose a dossier is now.
 *
 * @param branchId the receiving branch; the agency where there is none. For a caller whose scope
 *     has only the point below the branch that received it ({@link Scope#nearest}), that point
 * @param taskUnitId whose the present step is, in the same way; the agency where there is none
 * @param taskRole null where there is no present step
 * @param beside the step is an opinion asked for beside the present one
 */
record Place(
    long id,
    String code,
    int datasetId,
    int unitId,
    int branchId,
    int taskUnitId,
    Role taskRole,
    boolean beside) {

  /**
   * Whose the dossier is; asks for the role first, so that nobody else learns of it.
   *
   * @throws vn.motcua.identity.IdentityFailure where the caller has none of the roles
   * @throws DossierFailure.Unknown where there is no such dossier
   */
  static Place asked(DataSource database, Access access, Seen seen, Role... anyOf) {
    access.require(anyOf);
    try (Connection connection = database.getConnection()) {
      return of(connection, seen.dossierId(), 0, access.scope());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * As {@link #asked}, of the step that was seen: the present one, or an opinion beside it. Only
   * for what is done with that step alone; all else is for whoever has the present one.
   */
  static Place atStep(DataSource database, Access access, Seen seen, Role... anyOf) {
    access.require(anyOf);
    try (Connection connection = database.getConnection()) {
      return of(connection, seen.dossierId(), seen.taskId(), access.scope());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Whose the dossier of a code is.
   *
   * @param dataset code of the dataset; {@code hanoi} where none is given
   * @throws ProcessingFailure.UnknownDossier where there is none
   */
  static Place ofCode(Connection connection, Scope scope, String code, String dataset)
      throws SQLException {
    String given = code == null ? "" : code.strip();
    long id =
        Query.of(
                connection,
                """
                select d.id from dossier d join dataset s on s.id = d.dataset_id
                where s.code = ? and d.code = ?""",
                dataset == null || dataset.isBlank() ? "hanoi" : dataset,
                given)
            .first(row -> row.getLong("id"))
            .orElseThrow(() -> new ProcessingFailure.UnknownDossier(given));
    return of(connection, id, 0, scope);
  }

  /** As the audit trail names it. */
  String subject() {
    return "dossier " + id;
  }

  /**
   * @throws DossierFailure.Unknown where there is no such dossier
   */
  static Place of(Connection connection, Scope scope, long id) throws SQLException {
    return of(connection, id, 0, scope);
  }

  private static Place of(Connection connection, long id, long taskId, Scope scope)
      throws SQLException {
    return Query.of(
            connection,
            """
            select d.id, d.code, d.dataset_id, d.unit_id, coalesce(d.branch_id, d.unit_id) as branch_id,
              coalesce(t.unit_id, d.unit_id) as task_unit_id, t.role, v.point_id
            from dossier d
            left join dossier_intake i on i.dossier_id = d.id
            left join visit v on v.id = i.visit_id and v.branch_id = d.branch_id
            left join dossier_task t on t.dossier_id = d.id
              and case when ? = 0 then t.kind = 'MAIN' and t.completed_at is null
                       else t.kind <> 'MAIN' and t.id = ? end
            where d.id = ?""",
            taskId,
            taskId,
            id)
        .first(
            row -> {
              int branch = row.getInt("branch_id");
              int near = scope.nearest(branch, row.getObject("point_id", Integer.class));
              int task = row.getInt("task_unit_id");
              return new Place(
                  row.getLong("id"),
                  row.getString("code"),
                  row.getInt("dataset_id"),
                  row.getInt("unit_id"),
                  near,
                  task == branch ? near : task,
                  row.getString("role") == null ? null : Role.valueOf(row.getString("role")),
                  taskId != 0);
            })
        .orElseThrow(() -> new DossierFailure.Unknown(id));
  }
}
