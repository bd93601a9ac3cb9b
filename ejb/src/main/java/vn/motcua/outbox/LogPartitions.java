package vn.motcua.outbox;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** Makes the log's partitions of the months to come, at the start and every night. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class LogPartitions {

  private static final System.Logger LOG = System.getLogger(LogPartitions.class.getName());

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  /** Several nodes may do so at once: a partition that is there already is left alone. */
  @PostConstruct
  @Schedule(hour = "3", minute = "10", persistent = false)
  void ensure() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select ensure_event_partition(now() + make_interval(months => ahead))
          from generate_series(0, 3) ahead""");
    } catch (SQLException e) {
      // Entries then go into the partition for the rest; tomorrow it is tried again.
      LOG.log(System.Logger.Level.WARNING, "The log's next partitions were not made", e);
    }
  }
}
