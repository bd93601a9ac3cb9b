package vn.motcua.analytics.job.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import vn.motcua.analytics.job.TestReadModel;
import vn.motcua.analytics.job.facts.Entry;
import vn.motcua.analytics.job.facts.Standing;
import vn.motcua.analytics.job.figures.BoardMeasure;
import vn.motcua.analytics.job.figures.Cell;
import vn.motcua.analytics.job.figures.DossierRow;
import vn.motcua.analytics.job.figures.IndicatorMeasure;
import vn.motcua.analytics.job.figures.Measure;
import vn.motcua.analytics.job.figures.RollUp;
import vn.motcua.analytics.job.watch.AlertKind;
import vn.motcua.analytics.job.watch.AlertRow;
import vn.motcua.events.Channel;
import vn.motcua.events.Outcome;

class ReadModelDatabaseTest {

  private static final Instant TIME = Instant.parse("2026-11-21T08:00:00.123Z");

  private static TestReadModel server;

  @BeforeAll
  static void start() throws Exception {
    server = new TestReadModel();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void clear() throws Exception {
    server.clear();
  }

  @Test
  void every_measure_has_its_column() throws Exception {
    long[] counts = LongStream.rangeClosed(1, Measure.COUNT).toArray();
    Cell cell =
        Cell.figures(1, LocalDate.of(2024, 2, 29).toEpochDay(), 10, 7, Channel.ONLINE, true);
    write(Map.of(cell, new long[Measure.COUNT]), List.of());
    write(Map.of(cell, counts), List.of());
    assertThat(
            server.rows(
                "select day || ' ' || unit_id || ' ' || field_id || ' ' || channel || ' ' || dated,"
                    + " generation from figure_day"))
        .isEqualTo(Map.of("2024-02-29 10 7 ONLINE true", "1"));
    for (Measure measure : Measure.values()) {
      assertThat(server.number("select " + measure.column() + " from figure_day"))
          .as(measure.column())
          .isEqualTo(counts[measure.ordinal()]);
    }
    assertThat(
            server.number(
                "select count(*) from information_schema.columns"
                    + " where table_name = 'figure_day' and data_type = 'bigint'"))
        .isEqualTo(Measure.COUNT);
  }

  @Test
  void every_measure_of_the_board_has_its_column() throws Exception {
    long[] counts = LongStream.rangeClosed(1, RollUp.BOARD.size()).toArray();
    Cell cell = Cell.board(1, LocalDate.of(2024, 2, 29).toEpochDay(), 3, 7);
    write(Map.of(cell, new long[counts.length]), List.of());
    write(Map.of(cell, counts), List.of());
    assertThat(
            server.rows(
                "select day || ' ' || branch_id || ' ' || field_id, generation from board_day"))
        .isEqualTo(Map.of("2024-02-29 3 7", "1"));
    for (BoardMeasure measure : BoardMeasure.values()) {
      assertThat(server.number("select " + measure.column() + " from board_day"))
          .as(measure.column())
          .isEqualTo(counts[measure.ordinal()]);
    }
    assertThat(
            server.number(
                "select count(*) from information_schema.columns"
                    + " where table_name = 'board_day' and data_type = 'bigint'"))
        .isEqualTo(counts.length);
  }

  @Test
  void every_write_is_told_and_names_the_datasets_of_the_board() throws Exception {
    try (Connection listener = server.address().connect();
        Statement listen = listener.createStatement()) {
      listen.execute("listen figures");
      Cell one = Cell.board(41, 0, 3, 7);
      Cell other = Cell.figures(42, 0, 10, 7, Channel.ONLINE, true);
      write(
          Map.of(one, new long[RollUp.BOARD.size()], other, new long[RollUp.FIGURES.size()]),
          List.of());
      write(Map.of(), List.of());
      listen.execute("select 1");
      assertThat(listener.unwrap(PGConnection.class).getNotifications(1000))
          .extracting(PGNotification::getParameter)
          .containsExactly("41", "");
    }
  }

  @Test
  void a_dossier_is_written_with_all_it_has() throws Exception {
    DossierRow row = dossier();
    write(Map.of(), List.of(row));
    assertThat(fact())
        .isEqualTo("(1,5,1,3,10,2,7,4,POST,WITHIN,\"2026-11-21 08:00:00.123+00\",,,,,,)");
    row.standing = Standing.LATE;
    row.dueAt = TIME.plusMillis(1).toEpochMilli();
    row.originalDueAt = TIME.plusMillis(2).toEpochMilli();
    row.overdueSince = TIME.plusMillis(3).toEpochMilli();
    row.endedAt = TIME.plusMillis(4).toEpochMilli();
    row.outcome = Outcome.REFUSED;
    row.returnedAt = Instant.parse("2999-12-31T23:59:59.999Z").toEpochMilli();
    write(Map.of(), List.of(row));
    assertThat(fact())
        .isEqualTo(
            "(1,5,1,3,10,2,7,4,POST,LATE,\"2026-11-21 08:00:00.123+00\","
                + "\"2026-11-21 08:00:00.124+00\",\"2026-11-21 08:00:00.125+00\","
                + "\"2026-11-21 08:00:00.126+00\",\"2026-11-21 08:00:00.127+00\",REFUSED,"
                + "\"2999-12-31 23:59:59.999+00\")");
  }

  @Test
  void the_position_never_goes_back_but_the_write_is_remembered() throws Exception {
    try (var database = new ReadModelDatabase(server.address(), 1)) {
      assertThat(database.lastWrite()).isEqualTo(Entry.NONE);
      database.write(Map.of(), List.of(), List.of(), List.of(), TIME.toEpochMilli());
      long first = database.lastWrite();
      database.write(
          Map.of(), List.of(), List.of(), List.of(), TIME.minusSeconds(1).toEpochMilli());
      assertThat(
              server.number(
                  "select (extract(epoch from time) * 1000)::bigint from stream_position"))
          .isEqualTo(TIME.toEpochMilli());
      assertThat(database.lastWrite()).isGreaterThanOrEqualTo(first);
    }
  }

  @Test
  void all_or_nothing_is_written() throws Exception {
    DossierRow broken = dossier();
    broken.receivedAt = Entry.NONE;
    Cell cell = Cell.figures(1, 0, 10, 7, Channel.ONLINE, true);
    assertThatThrownBy(() -> write(Map.of(cell, new long[Measure.COUNT]), List.of(broken)))
        .isInstanceOf(SQLException.class);
    assertThat(server.number("select count(*) from figure_day")).isZero();
    assertThat(server.number("select count(*) from stream_position")).isZero();
  }

  @Test
  void a_generation_has_one_writer() throws Exception {
    try (var one = new ReadModelDatabase(server.address(), 1);
        var other = new ReadModelDatabase(server.address(), 2)) {
      assertThat(one).isNotSameAs(other);
      assertThatThrownBy(() -> new ReadModelDatabase(server.address(), 1))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("Another writer");
    }
  }

  @Test
  void many_rows_go_in_several_statements() throws Exception {
    DossierRow[] rows = new DossierRow[45_000];
    Arrays.setAll(
        rows,
        i -> {
          DossierRow row = dossier();
          row.dossierId = i;
          return row;
        });
    write(Map.of(), List.of(rows));
    assertThat(server.number("select count(*) from dossier_fact")).isEqualTo(rows.length);
  }

  /** They go another way into the database and must come out the same, also the second time. */
  @Test
  void many_rows_are_written_as_few_are() throws Exception {
    List<DossierRow> rows = new ArrayList<>();
    Map<Cell, long[]> cells = new HashMap<>();
    for (int i = 0; i < BulkRows.WORTHWHILE; i++) {
      DossierRow row = dossier();
      row.dossierId = i;
      row.outcome = i % 3 == 0 ? Outcome.REFUSED : null;
      row.standing = Standing.values()[i % Standing.values().length];
      row.endedAt = i % 5 == 0 ? Instant.parse("1950-06-01T12:00:00.007Z").toEpochMilli() : i;
      row.dueAt = i % 2 == 0 ? Entry.NONE : TIME.plusMillis(i).toEpochMilli();
      rows.add(row);
      Cell figure = Cell.figures(1, i - 1000L, 10 + i % 7, 7, Channel.POST, i % 2 == 0);
      cells.put(figure, LongStream.range(i, i + RollUp.FIGURES.size()).toArray());
      cells.put(Cell.board(1, i, 3, 7), LongStream.range(-i, RollUp.BOARD.size() - i).toArray());
      IndicatorMeasure series = i % 2 == 0 ? IndicatorMeasure.LATE_BY : IndicatorMeasure.STEPS;
      cells.put(Cell.indicator(1, i - 1000L, series, i % 200, 3, 7), new long[] {i});
    }
    try (var many = new ReadModelDatabase(server.address(), 1);
        var few = new ReadModelDatabase(server.address(), 2)) {
      many.write(
          Map.of(),
          rows.stream().map(row -> dossier(row.dossierId)).toList(),
          List.of(),
          List.of(),
          0);
      many.write(cells, rows, List.of(), List.of(), TIME.toEpochMilli());
      many.write(cells, rows, List.of(), List.of(), TIME.toEpochMilli());
      for (DossierRow row : rows) {
        few.write(Map.of(), List.of(row), List.of(), List.of(), 0);
      }
      for (Map.Entry<Cell, long[]> cell : cells.entrySet()) {
        few.write(Map.ofEntries(cell), List.of(), List.of(), List.of(), 0);
      }
    }
    for (String table : List.of("dossier_fact", "figure_day", "board_day", "indicator_day")) {
      assertThat(
              server.number(
                  ("select count(*) from (select to_jsonb(t) - 'generation' from %1$s t"
                          + " where generation = 1 intersect all"
                          + " select to_jsonb(t) - 'generation' from %1$s t where generation = 2) r")
                      .formatted(table)))
          .as(table)
          .isEqualTo(BulkRows.WORTHWHILE);
    }
  }

  /** Where nothing can be there yet it is copied without looking; where something is, merged. */
  @Test
  void first_rows_are_written_as_all_others_and_never_twice() throws Exception {
    RowBatch first = fresh(0);
    RowBatch later = fresh(7);
    later.forgetFresh();
    try (var straight = new ReadModelDatabase(server.address(), 1);
        var merged = new ReadModelDatabase(server.address(), 2)) {
      straight.write(first, TIME.toEpochMilli());
      merged.write(forgotten(0), TIME.toEpochMilli());
      assertSameGenerations();
      straight.write(later, TIME.toEpochMilli());
      merged.write(forgotten(7), TIME.toEpochMilli());
      assertSameGenerations();
      straight.write(fresh(9), TIME.toEpochMilli());
      merged.write(forgotten(9), TIME.toEpochMilli());
      assertSameGenerations();
    }
  }

  /** Of all tables; those that were there are replaced, also by what came after them. */
  @Test
  void rows_put_aside_become_part_of_their_generation_with_the_next_write() throws Exception {
    AlertRow alert = new AlertRow();
    alert.datasetId = 1;
    alert.dossierId = 5;
    alert.kind = AlertKind.OVERDUE;
    alert.raisedAt = TIME.toEpochMilli();
    alert.clearedAt = Entry.NONE;
    alert.dueAt = Entry.NONE;
    SetAside record = SetAside.of("dossier-events", 3, 99, "MALFORMED", 17);
    try (var database = new ReadModelDatabase(server.address(), 1);
        var plain = new ReadModelDatabase(server.address(), 2)) {
      database.write(forgotten(0), Entry.NONE);
      database.write(Map.of(), List.of(), List.of(alert), List.of(record), Entry.NONE);
      server.execute("update dead_letter set reason = 'seen by somebody'");
      RowBatch aside = forgotten(1);
      AlertRow cleared = new AlertRow();
      cleared.datasetId = 1;
      cleared.dossierId = 5;
      cleared.kind = AlertKind.OVERDUE;
      cleared.raisedAt = TIME.toEpochMilli();
      cleared.clearedAt = TIME.toEpochMilli();
      cleared.dueAt = Entry.NONE;
      aside.put(ReadModelRow.of(cleared));
      aside.put(ReadModelRow.of(record));
      aside.put(ReadModelRow.of(SetAside.of("dossier-events", 3, 100, "MALFORMED", 18)));
      ReadModelDatabase.putAside(server.address(), 1, aside);
      assertThat(
              server.number(
                  "select count(*) from alert where generation = 1 and cleared_at is not null"))
          .as("not to be seen yet")
          .isZero();
      RowBatch next = new RowBatch();
      Cell after = Cell.board(1, -99L, 3, 7);
      put(next, after, 77);
      next.forgetFresh();
      next.takesOver = true;
      database.write(next, TIME.toEpochMilli());
      plain.write(forgotten(1), Entry.NONE);
      RowBatch same = new RowBatch();
      put(same, after, 77);
      same.forgetFresh();
      plain.write(same, TIME.toEpochMilli());
    }
    assertSameGenerations();
    assertThat(
            server.number(
                "select count(*) from alert where generation = 1 and cleared_at is not null"))
        .isEqualTo(server.number("select count(*) from alert"))
        .isEqualTo(1);
    assertThat(server.rows("select position, reason from dead_letter where generation = 1"))
        .isEqualTo(Map.of("99", "seen by somebody", "100", "MALFORMED"));
    for (String table :
        List.of(
            "figure_day", "board_day", "indicator_day", "dossier_fact", "alert", "dead_letter")) {
      assertThat(server.number("select count(*) from %s where generation < 0".formatted(table)))
          .as(table)
          .isZero();
    }
  }

  private static void assertSameGenerations() throws SQLException {
    for (String table : List.of("dossier_fact", "figure_day", "board_day", "indicator_day")) {
      assertThat(
              server.number(
                  ("select count(*) from (select to_jsonb(t) - 'generation' from %1$s t"
                          + " where generation = 1 intersect all"
                          + " select to_jsonb(t) - 'generation' from %1$s t where generation = 2) r")
                      .formatted(table)))
          .as(table)
          .isEqualTo(BulkRows.WORTHWHILE)
          .isEqualTo(
              server.number("select count(*) from %s where generation = 1".formatted(table)));
    }
  }

  private static RowBatch forgotten(int added) {
    RowBatch rows = fresh(added);
    rows.forgetFresh();
    return rows;
  }

  private static RowBatch fresh(int added) {
    RowBatch rows = new RowBatch();
    for (int i = 0; i < BulkRows.WORTHWHILE; i++) {
      DossierRow row = dossier(i);
      row.sequence = 3 + added;
      row.fresh = true;
      rows.put(ReadModelRow.of(row));
      long value = i + added;
      put(rows, Cell.figures(1, i - 99L, 10 + i % 7, 7, Channel.POST, i % 2 == 0), value);
      put(rows, Cell.board(1, i - 99L, 3, 7), value);
      put(rows, Cell.indicator(1, i % 50, IndicatorMeasure.LATE_BY, i / 50, 3, 7), value);
    }
    return rows;
  }

  private static void put(RowBatch rows, Cell cell, long value) {
    long[] values = new long[cell.rollUp().size()];
    Arrays.fill(values, value);
    ReadModelRow row = ReadModelRow.of(cell, values);
    row.fresh = true;
    rows.put(row);
  }

  @Test
  void many_alerts_are_written_as_few_are() throws Exception {
    List<AlertRow> rows = new ArrayList<>();
    for (int i = 0; i < BulkRows.WORTHWHILE; i++) {
      AlertRow row = new AlertRow();
      row.dossierId = 5L + i;
      row.datasetId = 1;
      row.kind = AlertKind.values()[i % AlertKind.values().length];
      row.sequence = i;
      row.thingId = row.kind.ordinal() < AlertKind.STEP_OVERDUE.ordinal() ? 0 : 3L + i;
      row.unitId = 10 + i % 7;
      row.branchId = i % 3;
      row.procedureId = 4;
      row.raisedAt = TIME.plusMillis(i).toEpochMilli();
      row.clearedAt = i % 2 == 0 ? Entry.NONE : TIME.plusMillis(2L * i).toEpochMilli();
      row.dueAt = i % 3 == 0 ? Entry.NONE : TIME.plusSeconds(i).toEpochMilli();
      row.withdrawn = i % 5 == 0;
      rows.add(row);
    }
    try (var many = new ReadModelDatabase(server.address(), 1);
        var few = new ReadModelDatabase(server.address(), 2)) {
      many.write(Map.of(), List.of(), rows, List.of(), TIME.toEpochMilli());
      rows.forEach(row -> row.unitId++);
      many.write(Map.of(), List.of(), rows, List.of(), TIME.toEpochMilli());
      for (AlertRow row : rows) {
        few.write(Map.of(), List.of(), List.of(row), List.of(), 0);
      }
    }
    assertThat(
            server.number(
                "select count(*) from (select to_jsonb(t) - 'generation' from alert t"
                    + " where generation = 1 intersect all"
                    + " select to_jsonb(t) - 'generation' from alert t where generation = 2) r"))
        .isEqualTo(BulkRows.WORTHWHILE);
  }

  @Test
  void a_record_that_was_set_aside_is_counted_once() throws Exception {
    SetAside row = SetAside.of("dossier-events", 3, 99, "MALFORMED: \0" + "x".repeat(1000), 17);
    try (var database = new ReadModelDatabase(server.address(), 1)) {
      database.write(Map.of(), List.of(), List.of(), List.of(row), TIME.toEpochMilli());
      database.write(Map.of(), List.of(), List.of(), List.of(row), TIME.toEpochMilli());
    }
    assertThat(server.rows("select partition || ' ' || position, length(reason) from dead_letter"))
        .isEqualTo(Map.of("3 99", "500"));
  }

  private static DossierRow dossier(long id) {
    DossierRow row = dossier();
    row.dossierId = id;
    return row;
  }

  private static void write(Map<Cell, long[]> cells, List<DossierRow> dossiers)
      throws SQLException {
    try (var database = new ReadModelDatabase(server.address(), 1)) {
      database.write(cells, dossiers, List.of(), List.of(), TIME.toEpochMilli());
    }
  }

  private static String fact() throws SQLException {
    return server.rows("select 1, f::text from dossier_fact f").get("1");
  }

  private static DossierRow dossier() {
    DossierRow row = new DossierRow();
    row.dossierId = 5;
    row.datasetId = 1;
    row.sequence = 3;
    row.unitId = 10;
    row.branchId = 2;
    row.fieldId = 7;
    row.procedureId = 4;
    row.channel = Channel.POST;
    row.standing = Standing.WITHIN;
    row.receivedAt = TIME.toEpochMilli();
    row.dueAt = Entry.NONE;
    row.originalDueAt = Entry.NONE;
    row.overdueSince = Entry.NONE;
    row.endedAt = Entry.NONE;
    row.returnedAt = Entry.NONE;
    return row;
  }
}
