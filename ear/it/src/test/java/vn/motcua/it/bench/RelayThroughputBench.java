package vn.motcua.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import vn.motcua.events.Channel;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.LogCodec;
import vn.motcua.it.running.Database;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.local.ComponentName;
import vn.motcua.local.Platform;
import vn.motcua.outbox.EventLog;

/**
 * How many events a second the relay copies from the log into Kafka, acknowledged: many entries
 * become visible in one transaction, and the clock runs until the cursor has passed the last. The
 * stream stands still meanwhile, so that the relay is measured and nothing else.
 */
class RelayThroughputBench {

  private static final int EVENTS = 300_000;
  private static final int ROUNDS = 3;
  private static final int BATCH = 1_000;
  private static final long GLANCE_NANOS = 5_000_000L;
  private static final long PATIENCE_NANOS = 120_000_000_000L;

  /** No dataset's, so that no figure that others measure changes. */
  private static final int NO_DATASET = 999_999;

  private static final long FIRST_DOSSIER = 1L << 40;

  private final LogCodec codec = new LogCodec();
  private long nextDossier = FIRST_DOSSIER;

  @Test
  void eventsPerSecond() throws Exception {
    Platform platform = RunningSystem.platform();
    platform.component(ComponentName.FLINK).stop();
    try {
      double[] rates = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        rates[round] = round();
      }
      ObjectNode figures = BenchReport.node();
      figures.put("events", EVENTS);
      figures.put("first, cold, per second", Math.round(rates[0]));
      figures.put("second, per second", Math.round(rates[1]));
      figures.put("third, per second", Math.round(rates[2]));
      BenchReport.figures("relay: log to Kafka, acknowledged", figures);
    } finally {
      platform.component(ComponentName.FLINK).start();
    }
  }

  private double round() throws SQLException {
    Platform platform = RunningSystem.platform();
    try (Connection connection =
        DriverManager.getConnection(
            platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword())) {
      connection.setAutoCommit(false);
      append(connection);
      connection.commit();
      long begin = System.nanoTime();
      long last = Database.number("select max(event_no) from domain_event");
      while (Database.number("select event_no from relay_cursor where shard = 0") < last) {
        assertThat(System.nanoTime() - begin).isLessThan(PATIENCE_NANOS);
        LockSupport.parkNanos(GLANCE_NANOS);
      }
      return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }
  }

  private void append(Connection connection) throws SQLException {
    Instant now = Instant.parse("2026-11-20T03:00:00Z");
    try (Statement statement = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                insert into domain_event
                  (event_id, dataset_id, aggregate_type, aggregate_id, sequence, type,
                   schema_version, payload, occurred_at)
                values (gen_random_uuid(), ?, 'dossier', ?, 1, 'DossierReceived', ?, ?, now())""")) {
      statement.execute("set local synchronous_commit = off");
      for (int i = 1; i <= EVENTS; i++) {
        long dossier = nextDossier++;
        insert.setInt(1, NO_DATASET);
        insert.setLong(2, dossier);
        insert.setInt(3, EventLog.SCHEMA_VERSION);
        insert.setBytes(4, codec.encode(EventLog.entry(NO_DATASET, dossier, 1, now, body(now))));
        insert.addBatch();
        if (i % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static DossierReceived body(Instant now) {
    return new DossierReceived(
        now,
        now.plusSeconds(864_000),
        10,
        3,
        7,
        12,
        Channel.DIRECT,
        "Asia/Ho_Chi_Minh",
        true,
        4,
        2_400,
        3,
        3,
        true);
  }
}
