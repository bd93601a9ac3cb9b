package vn.motcua.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database of a former version is brought up to date. */
class SchemaMigrationTest {

  /** Two pieces of work got their numbers, and the one with the lower number was finished later. */
  @Test
  void aLowerNumberThatArrivesLaterIsRunToo() throws SQLException {
    DataSource database = TestDatabase.fresh();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table threshold_change drop column ended");
      statement.execute("delete from flyway_schema_history where version = '86'");
    }
    SchemaMigration.migrate(database);
    try (Connection connection = database.getConnection()) {
      assertThat(
              Query.of(
                      connection,
                      "select count(*) from information_schema.columns"
                          + " where table_name = 'threshold_change' and column_name = 'ended'")
                  .first(row -> row.getInt(1)))
          .contains(1);
    }
  }
}
