package vn.motcua.processing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import vn.motcua.database.Query;

/** Opinions that the process asks for beside a step (lấy ý kiến song song). */
final class OpinionSteps {

  private final Connection connection;

  OpinionSteps(Connection connection) {
    this.connection = connection;
  }

  /**
   * The opinions beside a step.
   *
   * @param open asked for and neither given nor waived
   * @param given or waived
   * @param needed so many are enough; 0: all
   * @param awaited the bodies that have not answered
   */
  record Standing(int open, int given, int needed, String awaited) {

    /** Whether the dossier may go on. */
    boolean enough() {
      return open == 0 || needed > 0 && given >= needed;
    }
  }

  Standing of(TaskRow task) throws SQLException {
    return Query.of(
            connection,
            """
            select count(*) filter (where o.completed_at is null) as open,
              count(*) filter (where o.completed_at is not null and not o.abandoned) as given,
              coalesce(max(s.opinions_needed), 0) as needed,
              coalesce(string_agg(u.name, ', ' order by o.id)
                filter (where o.completed_at is null), '') as awaited
            from dossier_task o
            join unit u on u.id = o.unit_id
            left join dossier_intake i on i.dossier_id = o.dossier_id
            left join internal_step s on s.process_id = i.process_id and s.position = o.position
            where o.beside_id = ?""",
            task.id())
        .first(
            row ->
                new Standing(
                    row.getInt("open"),
                    row.getInt("given"),
                    row.getInt("needed"),
                    row.getString("awaited")))
        .orElseThrow();
  }

  /** The opinions beside a step that have not come. */
  List<Seen> awaited(CaseRow dossier, TaskRow task) throws SQLException {
    return Query.of(
            connection,
            """
            select id, version from dossier_task
            where beside_id = ? and completed_at is null order by id""",
            task.id())
        .list(
            row ->
                new Seen(
                    dossier.id(), dossier.sequence(), row.getInt("version"), row.getLong("id")));
  }

  /**
   * @throws ProcessingFailure.OpinionsAwaited where the step has to wait for opinions beside it
   */
  void check(CaseRow dossier, TaskRow task) throws SQLException {
    Standing opinions = of(task);
    if (!opinions.enough()) {
      throw new ProcessingFailure.OpinionsAwaited(dossier.code(), task.name(), opinions.awaited());
    }
  }
}
