package vn.motcua.analytics.job.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where rows wait that must not be seen yet and are too many for the memory: in the read model's
 * own tables, under a generation that nobody is ever shown, the negative one. They are taken over
 * in the transaction that writes what came after them, so nobody sees a part.
 *
 * <p>A job that dies leaves them there. The next one comes past the same changes again and puts its
 * newer values over them before it takes them over.
 */
final class RowsAside {

  /** A table of the read model with what tells its rows apart within a generation. */
  private record Place(String table, List<String> key) {

    private String same() {
      return key.stream().map("t.%1$s = a.%1$s"::formatted).collect(Collectors.joining(" and "));
    }
  }

  private static final List<Place> REPLACED =
      List.of(
          new Place(
              "figure_day",
              List.of("dataset_id", "day", "unit_id", "field_id", "channel", "dated")),
          new Place("board_day", List.of("dataset_id", "day", "branch_id", "field_id")),
          new Place(
              IndicatorTable.NAME,
              List.of("dataset_id", "indicator", "day", "body_id", "field_id", "bucket")),
          new Place("dossier_fact", List.of("dossier_id")),
          new Place("alert", List.of("id")));

  /** Written once and never again: the first row stays, with what was said of it since. */
  private static final Place KEPT =
      new Place("dead_letter", List.of("topic", "partition", "position"));

  private RowsAside() {}

  /** The generation under which rows of another wait. */
  static int of(int generation) {
    return -generation;
  }

  /** Makes what waits part of its generation, in the caller's transaction. */
  static void takeOver(Connection connection, int generation) throws SQLException {
    for (Place place : REPLACED) {
      run(
          connection,
          "delete from %1$s t using %1$s a where a.generation = ? and t.generation = ? and %2$s"
              .formatted(place.table(), place.same()),
          of(generation),
          generation);
      move(connection, place, generation);
    }
    run(
        connection,
        "delete from %1$s a using %1$s t where t.generation = ? and a.generation = ? and %2$s"
            .formatted(KEPT.table(), KEPT.same()),
        generation,
        of(generation));
    move(connection, KEPT, generation);
  }

  private static void move(Connection connection, Place place, int generation) throws SQLException {
    run(
        connection,
        "update %s set generation = ? where generation = ?".formatted(place.table()),
        generation,
        of(generation));
  }

  private static void run(Connection connection, String sql, int first, int second)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, first);
      statement.setInt(2, second);
      statement.executeUpdate();
    }
  }
}
