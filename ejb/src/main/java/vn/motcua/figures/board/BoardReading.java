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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the roll-up of the board, for one dataset, branch and field. */
final class BoardReading {

  /** The cells that a question reaches. A branch is all its versions. */
  private static final String CELLS =
      """
      from w
      left join (
        select c.* from read_model join board_day c on c.generation = active_generation
        where c.dataset_id = ?
          and (?::int is null or c.branch_id in (
            select v.id from unit u
            join unit v on v.dataset_id = u.dataset_id and v.code = u.code where u.id = ?))
          and (?::int is null or c.field_id = ?)
      ) b on b.day < w.to_day
      """;

  private static final String WINDOWS =
      "with w as (select * from unnest(?::text[], ?::date[], ?::date[]) as"
          + " x(name, from_day, to_day))\nselect w.name, "
          + columns()
          + ",\n  coalesce(sum(b.open_in - b.open_out), 0) as open,"
          + " coalesce(sum(b.overdue_in - b.overdue_out), 0) as overdue\n"
          + CELLS
          + "group by w.name";

  private static final String PARTS =
      "with w as (select ?::date as from_day, ?::date as to_day)\nselect %s as part, "
          + columns()
          + ",\n  coalesce(sum(b.open_in - b.open_out), 0) as open,"
          + " coalesce(sum(b.overdue_in - b.overdue_out), 0) as overdue\n"
          + CELLS
          + "where b.day is not null group by part";

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
   * Days added up.
   *
   * @param open at their end; overdue likewise
   */
  record Window(BoardSums sums, long open, long overdue) {

    static final Window NOTHING = new Window(BoardSums.NOTHING, 0, 0);
  }

  /**
   * @param days by name: the first day, and the day after the last
   */
  Map<String, Window> windows(Map<String, LocalDate[]> days) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(WINDOWS)) {
      String[] names = days.keySet().toArray(String[]::new);
      query.setArray(1, connection.createArrayOf("text", names));
      query.setArray(2, dates(names, days, 0));
      query.setArray(3, dates(names, days, 1));
      bindCells(query, 4);
      Map<String, Window> windows = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          windows.put(row.getString("name"), window(row));
        }
      }
      return windows;
    }
  }

  private java.sql.Array dates(String[] names, Map<String, LocalDate[]> days, int end)
      throws SQLException {
    Object[] dates = Arrays.stream(names).map(name -> days.get(name)[end].toString()).toArray();
    return connection.createArrayOf("text", dates);
  }

  /**
   * The branches or fields of a dataset for which anything was ever counted, with nothing added.
   */
  static Map<Integer, Window> seen(Connection connection, int datasetId, String column)
      throws SQLException {
    String sql =
        "select distinct "
            + column
            + " from read_model join board_day on generation = active_generation"
            + " where dataset_id = ?";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, datasetId);
      Map<Integer, Window> seen = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          seen.put(row.getInt(1), Window.NOTHING);
        }
      }
      return seen;
    }
  }

  /** Each day on which something happened. */
  Map<LocalDate, BoardSums> days(LocalDate from, LocalDate to) throws SQLException {
    Map<LocalDate, BoardSums> days = new TreeMap<>();
    try (PreparedStatement query = parts("case when b.day >= w.from_day then b.day end", from, to);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        LocalDate day = row.getObject("part", LocalDate.class);
        if (day != null) {
          days.put(day, BoardSums.read(row));
        }
      }
    }
    return days;
  }

  /** By branch or field: {@code branch_id} or {@code field_id}. */
  Map<Integer, Window> by(String column, LocalDate from, LocalDate to) throws SQLException {
    Map<Integer, Window> parts = new HashMap<>();
    try (PreparedStatement query = parts("b." + column, from, to);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        parts.put(row.getInt("part"), window(row));
      }
    }
    return parts;
  }

  private PreparedStatement parts(String part, LocalDate from, LocalDate to) throws SQLException {
    PreparedStatement query = connection.prepareStatement(PARTS.formatted(part));
    query.setObject(1, from);
    query.setObject(2, to);
    bindCells(query, 3);
    return query;
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

  private static Window window(ResultSet row) throws SQLException {
    return new Window(BoardSums.read(row), row.getLong("open"), row.getLong("overdue"));
  }

  private static String columns() {
    return Arrays.stream(BoardFlow.values())
        .map(BoardFlow::column)
        .map("coalesce(sum(b.%1$s) filter (where b.day >= w.from_day), 0) as %1$s"::formatted)
        .collect(Collectors.joining(",\n  "));
  }
}
