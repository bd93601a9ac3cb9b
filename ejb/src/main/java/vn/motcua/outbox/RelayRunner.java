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
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.motcua.database.KeptRunning;
import vn.motcua.database.OwnConnection;

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

  @Resource private ManagedThreadFactory threads;

  @Inject private InstantSource clock;

  @Inject private OwnConnection database;

  @Inject
  @ConfigProperty(name = "motcua.kafka.bootstrap")
  private String bootstrap;

  private final KeptRunning kept = new KeptRunning("relay", this::relay);

  @PostConstruct
  void start() {
    kept.begin(threads);
  }

  @PreDestroy
  void stop() {
    kept.end();
  }

  /** On a connection of its own: it holds the lock of the lead and listens. */
  private void relay() throws SQLException, InterruptedException, ExecutionException {
    try (Relay relay =
        new Relay(database.open(), new KafkaFeed(bootstrap), RelaySettings.standard(), clock)) {
      while (kept.isWanted() && !relay.lead()) {
        kept.pause();
      }
      while (kept.isWanted()) {
        relay.round();
        relay.rest();
      }
    }
  }
}
