package vn.motcua.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The relay's side of horizons: marks the cut, and copies the stream's figures once it is there.
 */
final class Horizons {

  private static final String FREEZE =
      """
      insert into horizon_figure_day
      select h.id, greatest(f.day, case when h.from_day = '-infinity' then f.day
                                        else h.from_day - 1 end) as kept_day,
             f.unit_id, f.field_id, f.channel, f.dated,
             sum(open_in), sum(open_out), sum(within_in), sum(within_out),
             sum(paused_in), sum(paused_out), sum(overdue_in), sum(overdue_out),
             sum(received), sum(transferred_in), sum(reopened),
             sum(early_granted), sum(early_refused), sum(on_time_granted), sum(on_time_refused),
             sum(late_granted), sum(late_refused), sum(undated_granted), sum(undated_refused),
             sum(closed_before_due), sum(closed_after_due), sum(voided), sum(transferred_out)
      from horizon h
      join figure_day f
        on f.generation = h.generation and f.dataset_id = h.dataset_id and f.day < h.to_day
      where h.id = any (?)
      group by h.id, kept_day, f.unit_id, f.field_id, f.channel, f.dated""";

  private static final String FREEZE_BOARD =
      """
      insert into horizon_board_day
      select h.id, greatest(f.day, case when h.from_day = '-infinity' then f.day
                                        else h.from_day - 1 end) as kept_day,
             f.branch_id, f.field_id,
             sum(open_in), sum(open_out), sum(overdue_in), sum(overdue_out),
             sum(received), sum(resolved), sum(dated_resolved), sum(on_time), sum(late),
             sum(closed), sum(due_fallen), sum(due_late), sum(steps_baseline), sum(steps_passed),
             sum(minutes_baseline), sum(minutes_used), sum(papers_baseline), sum(papers_brought),
             sum(episodes), sum(second_requests), sum(rechecks), sum(rated), sum(answers),
             sum(satisfied), sum(trust_answers), sum(trusting), sum(tablet_ratings), sum(returned)
      from horizon h
      join board_day f
        on f.generation = h.generation and f.dataset_id = h.dataset_id and f.day < h.to_day
      where h.id = any (?)
      group by h.id, kept_day, f.branch_id, f.field_id""";

  private final Connection connection;

  Horizons(Connection connection) {
    this.connection = connection;
  }

  /** The horizons that somebody waits for. */
  List<Long> requested() throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id from horizon where state = 'REQUESTED' order by id")) {
      while (row.next()) {
        ids.add(row.getLong(1));
      }
    }
    return ids;
  }

  /** Gives these horizons one cut. */
  void mark(List<Long> ids, String xid, Instant time) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update horizon
            set state = 'MARKED', xid = ?::xid8, time = ?, marked_at = clock_timestamp(),
                generation = coalesce(generation, (select active_generation from read_model))
            where id = any (?)""")) {
      update.setString(1, xid);
      update.setObject(2, time.atOffset(ZoneOffset.UTC));
      update.setArray(3, connection.createArrayOf("bigint", ids.toArray()));
      update.executeUpdate();
    }
  }

  /** Those whose generation of the read model includes everything recorded before this moment. */
  List<Long> reached(List<Long> ids, Instant time) throws SQLException {
    List<Long> reached = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select h.id from horizon h join stream_position p on p.generation = h.generation
            where h.id = any (?) and p.time >= ?""")) {
      query.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
      query.setObject(2, time.atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          reached.add(row.getLong(1));
        }
      }
    }
    return reached;
  }

  void freeze(List<Long> ids) throws SQLException {
    connection.setAutoCommit(false);
    try {
      run(FREEZE, ids);
      run(FREEZE_BOARD, ids);
      run("update horizon set state='FROZEN', frozen_at=clock_timestamp() where id = any (?)", ids);
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  void miss(List<Long> ids) throws SQLException {
    run("update horizon set state = 'MISSED' where id = any (?)", ids);
  }

  /** What an earlier leader marked and did not come to freeze can no longer be frozen. */
  void missLeftOver() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("update horizon set state = 'MISSED' where state = 'MARKED'");
    }
  }

  private void run(String sql, List<Long> ids) throws SQLException {
    Array array = connection.createArrayOf("bigint", ids.toArray());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array);
      statement.executeUpdate();
    }
  }
}
