package vn.motcua.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before any other bean of the application starts. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  @PostConstruct
  void migrate() {
    migrate(database);
  }

  /** Also used by tests that need the schema without a container. */
  public static void migrate(DataSource database) {
    Flyway.configure(SchemaMigration.class.getClassLoader())
        .dataSource(database)
        .locations("classpath:db/migration")
        .validateMigrationNaming(true)
        // Numbers are given to work that goes on side by side: a lower one may arrive later.
        .outOfOrder(true)
        .load()
        .migrate();
  }
}
