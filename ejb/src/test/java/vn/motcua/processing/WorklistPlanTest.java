package vn.motcua.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.motcua.identity.Access;
import vn.motcua.reference.LoadedDatabase;
import vn.motcua.worktime.BundledCalendars;

/** A worklist page is read from the index, in its order, however much is open in the city. */
class WorklistPlanTest {

  private static final int DOSSIERS = Integer.getInteger("motcua.worklist.dossiers", 20_000);
  private static final Instant NOW = Instant.parse("2026-11-17T02:00:00Z");

  private final ProcessingWorld world = new ProcessingWorld();

  @Test
  void aPageIsReadFromTheIndexInItsOrder() throws SQLException {
    fill();
    String plan = plan();
    assertThat(plan)
        .contains("Index Scan using dossier_task_worklist")
        .doesNotContain("Seq Scan on dossier_task", "Seq Scan on dossier d");
    Worklist worklist =
        new Worklist(
            world.database,
            new Access(world.database, () -> NOW, () -> "mot"),
            () -> NOW,
            new BundledCalendars());
    worklist.page(WorklistFilter.all(), null, 50);
    long begun = System.nanoTime();
    WorklistPage page = worklist.page(WorklistFilter.all(), null, 50);
    long listed = System.nanoTime();
    WorklistCounts counts = worklist.counts(WorklistFilter.all());
    long counted = System.nanoTime();
    System.getLogger("worklist")
        .log(
            System.Logger.Level.INFO,
            "{0} open, {1} of this unit: page {2} ms, counts {3} ms",
            DOSSIERS,
            counts.all(),
            Duration.ofNanos(listed - begun).toMillis(),
            Duration.ofNanos(counted - listed).toMillis());
    assertThat(page.lines()).hasSize(50);
    assertThat(page.next()).isNotNull();
  }

  private void fill() throws SQLException {
    LoadedDatabase.execute(
        world.database,
        """
        insert into account_role (account_id, role) values (9001, 'OFFICER');
        insert into account_scope (account_id, unit_id) values (9001, 9002);
        insert into unit (id, dataset_id, code, name, kind)
        select 10000 + n, 1, 'u' || n, 'Đơn vị ' || n, 'DEPARTMENT' from generate_series(0, 11) n;
        insert into dossier (id, dataset_id, code, procedure_id, field_id, unit_id, branch_id,
          channel, state, received_at, due_at, original_due_at, sequence)
        select 1000000 + n, 1, 'X-' || n, 9001, 9001,
          case when mod(n, 12) = 0 then 9002 else 10000 + mod(n, 12) end, 9001, 'DIRECT', 'OPEN',
          '2026-11-10T02:00:00Z'::timestamptz + n * interval '1 second',
          '2026-11-10T02:00:00Z'::timestamptz + n * interval '37 second',
          '2026-11-10T02:00:00Z'::timestamptz + n * interval '37 second', 2
        from generate_series(1, %d) n;
        insert into dossier_task (id, dataset_id, dossier_id, position, name, name_en, unit_id,
          role, begun_at, minutes, dossier_due_at)
        select id, 1, id, 2, 'Phân công', 'Assignment', unit_id, 'OFFICER', received_at, 120, due_at
        from dossier where id > 1000000;
        analyze"""
            .formatted(DOSSIERS));
  }

  private String plan() throws SQLException {
    try (Connection connection = world.database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("explain " + Worklist.PAGE.formatted(""))) {
      statement.setObject(1, NOW.atOffset(java.time.ZoneOffset.UTC));
      statement.setArray(2, connection.createArrayOf("integer", new Object[] {9002}));
      statement.setArray(3, connection.createArrayOf("text", new Object[] {"OFFICER"}));
      statement.setInt(4, 1);
      statement.setString(5, "-infinity");
      statement.setLong(6, 0);
      statement.setInt(7, 51);
      statement.setInt(8, 51);
      StringBuilder plan = new StringBuilder();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
      return plan.toString();
    }
  }
}
