package vn.motcua.it.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import vn.motcua.events.Channel;
import vn.motcua.events.DossierFinished;
import vn.motcua.events.DossierReceived;
import vn.motcua.events.DossierReturned;
import vn.motcua.events.LogCodec;
import vn.motcua.events.Outcome;
import vn.motcua.events.StepCompleted;
import vn.motcua.it.running.RunningSystem;
import vn.motcua.local.Platform;
import vn.motcua.outbox.EventLog;

/**
 * Writes entries straight into {@code domain_event}, as the application would, without dossiers
 * behind them: what is measured is the way from the log on.
 */
final class LogWriter implements AutoCloseable {

  /** So long the dossiers of the load have. */
  private static final Duration LIMIT = Duration.ofDays(10);

  private final LogCodec codec = new LogCodec();
  private final Connection connection;
  private final PreparedStatement insert;
  private final int dataset;

  /**
   * @param connection becomes one without commits of its own
   * @param dataset should be nobody's, so that no figure that others measure changes
   */
  LogWriter(Connection connection, int dataset) throws SQLException {
    this.connection = connection;
    this.dataset = dataset;
    connection.setAutoCommit(false);
    insert =
        connection.prepareStatement(
            """
            insert into domain_event
              (event_id, dataset_id, aggregate_type, aggregate_id, sequence, type,
               schema_version, payload, occurred_at)
            values (gen_random_uuid(), ?, 'dossier', ?, ?, ?, ?, ?, clock_timestamp())""");
  }

  void add(long dossier, int sequence, Instant at, SpecificRecord body) throws SQLException {
    insert.setInt(1, dataset);
    insert.setLong(2, dossier);
    insert.setInt(3, sequence);
    insert.setString(4, body.getClass().getSimpleName());
    insert.setInt(5, EventLog.SCHEMA_VERSION);
    insert.setBytes(6, codec.encode(EventLog.entry(dataset, dossier, sequence, at, body)));
    insert.addBatch();
  }

  /** What was added since the last time, in one transaction. */
  void commit() throws SQLException {
    insert.executeBatch();
    connection.commit();
  }

  /** Received, a step, finished, returned: the entry of such a life with this sequence. */
  static SpecificRecord life(long dossier, int sequence, Instant now) {
    return switch (sequence) {
      case 1 -> received(dossier, now, now.plus(LIMIT));
      case 2 -> new StepCompleted("Thụ lý hồ sơ", 10);
      case 3 -> new DossierFinished(now, Outcome.GRANTED, 240);
      default -> new DossierReturned(now);
    };
  }

  static DossierReceived received(long dossier, Instant now, Instant due) {
    int unit = (int) (dossier % 126);
    return new DossierReceived(
        now,
        due,
        1 + unit,
        1 + unit % 12,
        1 + unit % 16,
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

  static Connection connect() throws SQLException {
    Platform platform = RunningSystem.platform();
    return DriverManager.getConnection(
        platform.jdbcUrl(), platform.databaseUser(), platform.databasePassword());
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
