package vn.motcua.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Keeps a relay running on this node: it leads, or stands by until the leader is gone. Whatever
 * fails (Kafka, the database), it begins again from the cursor a second later; the counter notices
 * nothing.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RelayRunner {

  private static final System.Logger LOG = System.getLogger(RelayRunner.class.getName());
  private static final long PAUSE_NANOS = 1_000_000_000L;

  @Resource private ManagedThreadFactory threads;

  @Inject private InstantSource clock;

  @Inject
  @ConfigProperty(name = "motcua.db.url")
  private String databaseUrl;

  @Inject
  @ConfigProperty(name = "motcua.db.user")
  private String databaseUser;

  @Inject
  @ConfigProperty(name = "motcua.db.password")
  private String databasePassword;

  @Inject
  @ConfigProperty(name = "motcua.kafka.bootstrap")
  private String bootstrap;

  private Thread thread;
  private volatile boolean running = true;

  @PostConstruct
  void start() {
    thread = threads.newThread(this::keepRunning);
    thread.setName("motcua-relay");
    thread.start();
  }

  @PreDestroy
  void stop() {
    running = false;
    thread.interrupt();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepRunning() {
    String lastTrouble = "";
    while (running) {
      try {
        relay();
      } catch (InterruptedException e) {
        return;
      } catch (SQLException | ExecutionException | KafkaException e) {
        String trouble = String.valueOf(e.getMessage());
        if (running && !trouble.equals(lastTrouble)) {
          LOG.log(System.Logger.Level.INFO, "The relay begins again: {0}", trouble);
          lastTrouble = trouble;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void relay() throws SQLException, InterruptedException, ExecutionException {
    try (Relay relay =
        new Relay(connect(), new KafkaFeed(bootstrap), RelaySettings.standard(), clock)) {
      while (running && !relay.lead()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      while (running) {
        relay.round();
        relay.rest();
      }
    }
  }

  /** The relay's own connection: it holds the lock of the lead and listens. */
  private Connection connect() throws SQLException {
    return DriverManager.getConnection(databaseUrl, databaseUser, databasePassword);
  }
}
