package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import vn.motcua.database.Query;

/**
 * What a worklist can be narrowed to.
 *
 * @param steps names, as they follow each other
 * @param procedures by name
 */
public record WorklistChoices(List<Step> steps, List<Procedure> procedures) {

  /** A step at which something stands. */
  public record Step(String name, String nameEn) {}

  /** A procedure of which something is open. */
  public record Procedure(String code, String name) {}

  static WorklistChoices of(
      Connection connection, WorklistBodies bodies, List<String> roles, int dataset)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(bodies.units(), roles, dataset));
    values.addAll(bodies.values());
    List<Step> steps =
        Query.of(
                connection,
                """
                select t.name, min(t.name_en) as name_en
                from dossier_task t join dossier d on d.id = t.dossier_id
                where t.unit_id = any(?) and t.role = any(?) and t.completed_at is null
                  and d.dataset_id = ? %s
                group by t.name order by min(t.position), t.name"""
                    .formatted(bodies.conditions()),
                values.toArray())
            .list(row -> new Step(row.getString("name"), row.getString("name_en")));
    List<Procedure> procedures =
        Query.of(
                connection,
                """
                select p.code, coalesce(nullif(v.short_name, ''), v.name, p.code) as name
                from (select distinct d.procedure_id
                      from dossier_task t join dossier d on d.id = t.dossier_id
                      where t.unit_id = any(?) and t.role = any(?) and t.completed_at is null
                        and d.dataset_id = ? %s) open
                join procedure p on p.id = open.procedure_id
                left join procedure_version v on v.procedure_id = p.id and v.valid_to = 'infinity'
                order by name"""
                    .formatted(bodies.conditions()),
                values.toArray())
            .list(row -> new Procedure(row.getString("code"), row.getString("name")));
    return new WorklistChoices(steps, procedures);
  }
}
