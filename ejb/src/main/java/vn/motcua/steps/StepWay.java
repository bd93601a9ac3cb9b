package vn.motcua.steps;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.database.Query;

/**
 * An alternative to a step (phương án khác): the step is done so, by this body, in this time,
 * instead. A condition of the form {@code CODE = có} or {@code CODE = không} is a rule: it looks at
 * the answer to that case question and decides by itself. Any other condition is read by people.
 *
 * @param number its position among the branches of the process
 * @param unitCode of a third body; empty: the body of the step that it stands for
 * @param role of who does it
 * @param minutes working minutes allowed; 0: none are set
 */
public record StepWay(
    int number,
    String name,
    String unitCode,
    String role,
    int minutes,
    String condition,
    Decision decision) {

  /** Who decides whether the way is taken. */
  public enum Decision {
    /** The rule says yes. */
    TAKEN,
    /** The rule says no. */
    CLOSED,
    /** The officer who completes the step before. */
    OFFICER
  }

  /**
   * The alternatives to a step of a dossier's process, in order.
   *
   * @param position of the step that they stand for
   */
  public static List<StepWay> to(Connection connection, long dossierId, int position)
      throws SQLException {
    return Query.of(
            connection,
            """
            select b.position, b.name, b.unit_code, coalesce(nullif(b.role, ''), s.role) as role,
              b.minutes, b.condition,
              case when rule.wanted is null or rule.given is null then 'OFFICER'
                   when rule.wanted = rule.given then 'TAKEN' else 'CLOSED' end as decision
            from dossier_intake i
            join internal_step s on s.process_id = i.process_id and s.position = ?
            join internal_branch b on b.process_id = s.process_id and b.at_step = s.position
              and b.kind = 'ALTERNATIVE'
            cross join lateral (
              select regexp_match(b.condition, '^\\s*(\\S+)\\s*=\\s*(\\S+)\\s*$') as parts) m
            cross join lateral (
              select case when fold(m.parts[2]) in ('co', 'yes') then true
                          when fold(m.parts[2]) in ('khong', 'no') then false end as wanted,
                (i.answers ->> m.parts[1])::boolean as given) rule
            where i.dossier_id = ? order by b.position""",
            position,
            dossierId)
        .list(
            row ->
                new StepWay(
                    row.getInt("position"),
                    row.getString("name"),
                    row.getString("unit_code"),
                    row.getString("role"),
                    row.getInt("minutes"),
                    row.getString("condition"),
                    Decision.valueOf(row.getString("decision"))));
  }
}
