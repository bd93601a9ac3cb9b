package vn.motcua.figures.board;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the roll-up of the board, for one dataset, branch and field. */
final class BoardReading {

  /** The cells that a question reaches; a branch is all its versions. Binds five parameters. */
  private static final String CELLS =
      """
      from read_model join board_day b on b.generation = active_generation
      where b.dataset_id = ?
        and (?::int is null or b.branch_id in (
          select v.id from unit u
          join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
        and (?::int is null or b.field_id = ?)
      """;

  private static final String SUMS =
      Arrays.stream(BoardFlow.values())
          .map(BoardFlow::column)
          .map("coalesce(sum(b.%1$s), 0) as %1$s"::formatted)
          .collect(Collectors.joining(", "));

  private static final String TOTAL =
      "select " + SUMS + "\n" + CELLS + "and b.day >= ? and b.day < ?";

  private static final String PARTS =
      "select b.day, b.branch_id, b.field_id, grouping(b.day, b.branch_id) as cut, "
          + SUMS
          + "\n"
          + CELLS
          + "and b.day >= ? and b.day < ?"
          + " group by grouping sets ((b.day), (b.branch_id), (b.field_id))";

  private static final String STOCKS =
      "select b.branch_id, b.field_id, sum(b.open_in - b.open_out) as open,"
          + " sum(b.overdue_in - b.overdue_out) as overdue\n"
          + CELLS
          + "and b.day < ? group by b.branch_id, b.field_id";

  /** What is overdue at T, by how long. */
  private static final String AGES =
      """
      select count(*) filter (where age <= interval '3 days'),
             count(*) filter (where age > interval '3 days' and age <= interval '10 days'),
             count(*) filter (where age > interval '10 days')
      from (
        select ?::timestamptz - f.overdue_since as age
        from read_model join dossier_fact f on f.generation = active_generation
        where f.dataset_id = ? and f.class = 'OVERDUE'
          and (?::int is null or f.branch_id in (
            select v.id from unit u
            join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
          and (?::int is null or f.field_id = ?)
      ) overdue
      """;

  private final Connection connection;
  private final int datasetId;
  private final BoardQuestion question;

  BoardReading(Connection connection, int datasetId, BoardQuestion question) {
    this.connection = connection;
    this.datasetId = datasetId;
    this.question = question;
  }

  /**
   * The flows of the days from one to before another, cut in three ways.
   *
   * @param days those on which something happened, in their order
   */
  record Flows(
      SortedMap<LocalDate, BoardSums> days,
      Map<Integer, BoardSums> branches,
      Map<Integer, BoardSums> fields) {

    /** Of all days before this one. */
    BoardSums before(LocalDate day) {
      return sum(days.headMap(day));
    }

    BoardSums all() {
      return sum(days);
    }

    private static BoardSums sum(Map<LocalDate, BoardSums> days) {
      return days.values().stream().reduce(BoardSums.NOTHING, BoardSums::plus);
    }
  }

  Flows flows(LocalDate from, LocalDate to) throws SQLException {
    Flows flows = new Flows(new TreeMap<>(), new HashMap<>(), new HashMap<>());
    try (PreparedStatement query = query(PARTS, from, to);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        BoardSums sums = BoardSums.read(row);
        // A bit is set for what a row is not cut by: day, then branch.
        switch (row.getInt("cut")) {
          case 0b01 -> flows.days().put(row.getObject("day", LocalDate.class), sums);
          case 0b10 -> flows.branches().put(row.getInt("branch_id"), sums);
          default -> flows.fields().put(row.getInt("field_id"), sums);
        }
      }
    }
    return flows;
  }

  /** The flows of the days from one to before another. */
  BoardSums total(LocalDate from, LocalDate to) throws SQLException {
    try (PreparedStatement query = query(TOTAL, from, to);
        ResultSet row = query.executeQuery()) {
      row.next();
      return BoardSums.read(row);
    }
  }

  /**
   * What is open at the start of a day.
   *
   * @param branches how many of them are overdue, by branch; fields likewise; noughts left out
   */
  record Stock(long open, long overdue, Map<Integer, Long> branches, Map<Integer, Long> fields) {}

  Stock stock(LocalDate before) throws SQLException {
    long open = 0;
    long overdue = 0;
    Map<Integer, Long> branches = new HashMap<>();
    Map<Integer, Long> fields = new HashMap<>();
    try (PreparedStatement query = query(STOCKS, before);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        open += row.getLong("open");
        overdue += row.getLong("overdue");
        branches.merge(row.getInt("branch_id"), row.getLong("overdue"), Long::sum);
        fields.merge(row.getInt("field_id"), row.getLong("overdue"), Long::sum);
      }
    }
    branches.values().removeIf(count -> count == 0);
    fields.values().removeIf(count -> count == 0);
    return new Stock(open, overdue, branches, fields);
  }

  private PreparedStatement query(String sql, LocalDate... days) throws SQLException {
    PreparedStatement query = connection.prepareStatement(sql);
    bindCells(query, 1);
    for (int i = 0; i < days.length; i++) {
      query.setObject(6 + i, days[i]);
    }
    return query;
  }

  /** The branches or fields of a dataset for which anything was ever counted. */
  static Set<Integer> seen(Connection connection, int datasetId, String column)
      throws SQLException {
    String sql =
        "select distinct "
            + column
            + " from read_model join board_day on generation = active_generation"
            + " where dataset_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, datasetId);
      Set<Integer> seen = new HashSet<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          seen.add(row.getInt(1));
        }
      }
      return seen;
    }
  }

  Board.Ages ages(Instant time) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(AGES)) {
      query.setObject(1, time.atOffset(ZoneOffset.UTC));
      bindCells(query, 2);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Board.Ages(row.getLong(1), row.getLong(2), row.getLong(3));
      }
    }
  }

  /** The last comparison with the referee that covered the board; null where there is none. */
  Board.Check check() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select c.horizon_id, h.time, c.differences
            from figure_check c join horizon h on h.id = c.horizon_id
            where h.dataset_id = ? and h.with_board
            order by c.horizon_id desc limit 1""")) {
      query.setInt(1, datasetId);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new Board.Check(
                row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getLong(3))
            : null;
      }
    }
  }

  Map<Goal, Target> targets(LocalDate on) throws SQLException {
    Map<Goal, Target> targets = new EnumMap<>(Goal.class);
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select tile, comparison, permille, source from figure_target
            where valid_from <= ? and valid_to > ? and tile = any (?)""")) {
      query.setObject(1, on);
      query.setObject(2, on);
      query.setArray(3, connection.createArrayOf("text", Goal.values()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          targets.put(
              Goal.valueOf(row.getString("tile")),
              new Target(
                  Target.Comparison.valueOf(row.getString("comparison")),
                  row.getInt("permille"),
                  row.getString("source")));
        }
      }
    }
    return targets;
  }

  private void bindCells(PreparedStatement query, int first) throws SQLException {
    query.setInt(first, datasetId);
    query.setObject(first + 1, question.branchId(), Types.INTEGER);
    query.setObject(first + 2, question.branchId(), Types.INTEGER);
    query.setObject(first + 3, question.fieldId(), Types.INTEGER);
    query.setObject(first + 4, question.fieldId(), Types.INTEGER);
  }
}
