package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.motcua.database.Query;
import vn.motcua.world.CityWorld;

/** Does to the alerts of terms what the job does, from the changes that the database noted. */
final class PlayedStream {

  private final CityWorld city;

  PlayedStream(CityWorld city) {
    this.city = city;
  }

  /** As after a tick of now. */
  void tick() {
    Instant now = city.now();
    city.run(
        () -> {
          try (var connection = city.database.getConnection()) {
            Query.of(
                    connection,
                    "update alert set cleared_at = ? where thing_id <> 0 and cleared_at is null",
                    now)
                .update();
            Query.of(
                    connection,
                    """
                    select distinct on (kind, thing_id) * from watched_term_change
                    order by kind, thing_id, id desc""")
                .list(
                    row ->
                        new Term(
                            row.getInt("dataset_id"),
                            row.getString("kind"),
                            row.getLong("thing_id"),
                            row.getLong("dossier_id"),
                            row.getInt("unit_id"),
                            row.getInt("branch_id"),
                            Query.moment(row, "due_at")))
                .stream()
                .filter(term -> term.dueAt != null && term.dueAt.isBefore(now))
                .forEach(term -> raise(connection, term));
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private record Term(
      int dataset, String kind, long thing, long dossier, int unit, int branch, Instant dueAt) {

    AlertKind alert() {
      return kind.equals("STEP") ? AlertKind.STEP_OVERDUE : AlertKind.valueOf(kind);
    }

    String name() {
      return switch (kind) {
        case "STEP" -> "step " + thing;
        case "ACCEPTANCE" -> "submission " + thing;
        default -> "feedback " + thing;
      };
    }
  }

  private static void raise(Connection connection, Term term) {
    try {
      Query.of(
              connection,
              """
              insert into alert (generation, id, dataset_id, dossier_id, kind, sequence, unit_id,
                branch_id, procedure_id, raised_at, due_at, thing_id)
              values (1, ?, ?, ?, ?, 0, ?, ?, 0, ?, ?, ?)
              on conflict (generation, id) do update set cleared_at = null,
                unit_id = excluded.unit_id, branch_id = excluded.branch_id""",
              AlertIds.of(term.dataset, term.name(), term.alert(), term.dueAt),
              term.dataset,
              term.dossier,
              term.alert(),
              term.unit,
              term.branch,
              term.dueAt.truncatedTo(ChronoUnit.MILLIS),
              term.dueAt.truncatedTo(ChronoUnit.MILLIS),
              term.thing)
          .update();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
