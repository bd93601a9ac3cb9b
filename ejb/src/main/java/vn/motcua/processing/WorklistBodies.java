package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.database.Query;
import vn.motcua.identity.Scope;

/**
 * Whose steps a worklist shows. The steps of what a point, a kiosk or a van received are its
 * branch's; who has only the place, not the branch above it, is shown those dossiers alone.
 *
 * @param units bodies whose steps are looked at
 * @param conditions of the step {@code t}, begins with "and"; empty: every step of the bodies
 * @param values of its places
 */
record WorklistBodies(List<Integer> units, String conditions, List<Object> values) {

  /** The branches, in every version, above places of a scope without them. */
  private static final String ABOVE =
      """
      with recursive place as (
        select coalesce(u.lineage_id, u.id) as body_id, u.parent_id, u.kind
        from unit u
        where u.id = any(?) and u.kind in ('POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT')
        union
        select coalesce(u.lineage_id, u.id), u.parent_id, u.kind
        from place p
        join unit above on above.id = p.parent_id
        join unit u on coalesce(u.lineage_id, u.id) = coalesce(above.lineage_id, above.id)
        where p.kind <> 'BRANCH'
          and u.kind in ('BRANCH', 'POINT', 'COMMUNE_POINT', 'KIOSK', 'VAN', 'AGENT'))
      select distinct u.id from place p
      join unit u on coalesce(u.lineage_id, u.id) = p.body_id
      where p.kind = 'BRANCH' and not u.id = any(?)""";

  static WorklistBodies of(Connection connection, Scope scope) throws SQLException {
    if (scope.wholeCity()) {
      return new WorklistBodies(
          Query.of(connection, "select id from unit").list(row -> row.getInt("id")), "", List.of());
    }
    List<Integer> own = List.copyOf(scope.unitIds());
    List<Integer> above = Query.of(connection, ABOVE, own, own).list(row -> row.getInt("id"));
    if (above.isEmpty()) {
      return new WorklistBodies(own, "", List.of());
    }
    List<Integer> units = new ArrayList<>(own);
    units.addAll(above);
    return new WorklistBodies(
        units,
        """
         and (t.unit_id = any(?) or exists (
           select 1 from dossier_intake taken join visit at on at.id = taken.visit_id
           where taken.dossier_id = t.dossier_id and at.point_id = any(?)
             and at.branch_id = t.unit_id))
        """,
        List.of(own, own));
  }
}
