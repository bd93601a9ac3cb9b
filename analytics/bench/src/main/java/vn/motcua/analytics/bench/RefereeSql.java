package vn.motcua.analytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

/** The referee's own SQL, as it is committed, on the whole history. */
final class RefereeSql {

  private static final Path TEXTS = Path.of("ejb/src/main/resources/vn/motcua/figures");

  private RefereeSql() {}

  /** How long the referee needs for the core figures: K3, K2, T3 and the flows of every day. */
  static void measure(Servers servers, long time, BenchTable table)
      throws SQLException, IOException {
    long begin = System.nanoTime();
    run(servers, "referee-board.sql", time, -1);
    long took = (System.nanoTime() - begin) / 1_000_000;
    table.add(
        "referee's SQL, core figures (as committed)",
        took,
        took,
        "parallel workers 2, work_mem 256 MB");
    long lean = System.nanoTime();
    long dossiers = lean(servers, time);
    long leanTook = (System.nanoTime() - lean) / 1_000_000;
    table.add(
        "lean SQL, core figures only",
        leanTook,
        leanTook,
        dossiers + " received; parallel workers 2, work_mem 256 MB");
  }

  /** Whether a generation of the read model equals the referee's recount, cell by cell. */
  static String agrees(Servers servers, long time, int generation)
      throws SQLException, IOException {
    long horizon = frozen(servers, generation);
    long cells = run(servers, "referee-days.sql", time, horizon);
    long board = run(servers, "referee-board.sql", time, horizon);
    return cells + board == 0
        ? "equal to the referee in every cell"
        : "DIFFERS from the referee in %d + %d cells".formatted(cells, board);
  }

  /** The same of the board alone, where nothing else was counted. */
  static String agreesOnTheBoard(Servers servers, long time, int generation)
      throws SQLException, IOException {
    long board = run(servers, "referee-board.sql", time, frozen(servers, generation));
    return board == 0
        ? "equal to the referee in every cell of the board"
        : "DIFFERS from the referee in %d cells of the board".formatted(board);
  }

  /** A horizon with the figures of a generation. */
  private static long frozen(Servers servers, int generation) throws SQLException {
    long horizon =
        servers.number(
            "insert into horizon (dataset_id, requested_by) values (%d, 'bench') returning id"
                .formatted(SeededCity.DATASET));
    for (String table : new String[] {"figure_day", "board_day"}) {
      String columns =
          text(
              servers,
              "select string_agg(column_name, ', ' order by ordinal_position)"
                  + " from information_schema.columns where table_schema = 'public'"
                  + " and column_name not in ('generation', 'dataset_id') and table_name = '%s'"
                      .formatted(table));
      servers.execute(
          "insert into horizon_%s (horizon_id, %s) select %d, %s from %s where generation = %d"
              .formatted(table, columns, horizon, columns, table, generation));
    }
    return horizon;
  }

  /** Whether two generations have the same cells, of which the first was compared already. */
  static String same(Servers servers, int first, int second) throws SQLException {
    long differing = 0;
    for (String table : new String[] {"figure_day", "board_day"}) {
      differing +=
          servers.number(
              """
              with one as (select to_jsonb(t) - 'generation' from %1$s t where generation = %2$d),
                   two as (select to_jsonb(t) - 'generation' from %1$s t where generation = %3$d)
              select count(*) from (
                (select * from one except select * from two)
                union all (select * from two except select * from one)) d
              """
                  .formatted(table, first, second));
    }
    return differing == 0
        ? "equal to generation " + first + " in every cell"
        : "DIFFERS from generation %d in %d rows".formatted(first, differing);
  }

  private static String text(Servers servers, String sql) throws SQLException {
    try (Connection connection = servers.connection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  /** What the recount alone needs when somebody writes it for speed and for nothing else. */
  private static long lean(Servers servers, long time) throws SQLException, IOException {
    try (Connection connection = session(servers);
        PreparedStatement statement =
            connection.prepareStatement(
                new String(
                    RefereeSql.class.getResourceAsStream("core.sql").readAllBytes(),
                    java.nio.charset.StandardCharsets.UTF_8))) {
      statement.setObject(1, Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
      long received = 0;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          received += row.getLong("received");
        }
      }
      return received;
    }
  }

  private static long run(Servers servers, String tail, long time, long horizon)
      throws SQLException, IOException {
    Path texts = Files.exists(TEXTS) ? TEXTS : Path.of("../..").resolve(TEXTS);
    String sql =
        Files.readString(texts.resolve("referee.sql")) + Files.readString(texts.resolve(tail));
    try (Connection connection = session(servers);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, SeededCity.DATASET);
      statement.setString(2, "9223372036854775807");
      statement.setObject(3, Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC));
      statement.setString(4, SeededCity.ZONE);
      statement.setObject(5, java.time.LocalDate.MIN);
      statement.setObject(6, java.time.LocalDate.MAX);
      statement.setLong(7, horizon);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong("differences") : 0;
      }
    }
  }

  private static Connection session(Servers servers) throws SQLException {
    Connection connection = servers.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set enable_nestloop = off; set jit = off; set work_mem = '256MB'");
    }
    return connection;
  }
}
