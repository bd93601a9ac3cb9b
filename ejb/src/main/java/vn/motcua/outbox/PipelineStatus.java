package vn.motcua.outbox;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import vn.motcua.database.DatabaseConnection;

/** How the way from the log to the figures stands, told by the database alone. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PipelineStatus {

  /** Past this age a part counts as degraded. */
  private static final long DEGRADED_MILLIS = 10_000;

  private static final String SQL =
      """
      select
        (select count(*) from (
           select from domain_event e
           where (e.xid, e.event_no) > (c.xid, c.event_no) limit 100000) waiting),
        extract(epoch from clock_timestamp() - c.updated_at) * 1000,
        coalesce((select extract(epoch from clock_timestamp() - p.time) * 1000
                  from stream_position p join read_model on generation = active_generation), -1),
        coalesce((select state from horizon where state in ('FROZEN', 'MISSED')
                  order by id desc limit 1), 'NONE')
      from relay_cursor c where shard = 0""";

  /**
   * @param kafka up, or degraded where the relay has not got through to it for 10 s
   * @param relayLag entries not yet sent, counted up to 100,000
   * @param stream up, degraded, or never ran
   * @param streamAgeMillis age of the figures; −1 where the stream never ran
   * @param referee how the last horizon ended
   */
  public record Report(
      String kafka, long relayLag, String stream, long streamAgeMillis, String referee) {}

  @Resource(lookup = DatabaseConnection.JNDI)
  private DataSource database;

  /** Throws IllegalStateException where the database does not answer. */
  public Report report() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SQL)) {
      row.next();
      long streamAge = row.getLong(3);
      return new Report(
          row.getLong(2) > DEGRADED_MILLIS ? "degraded" : "up",
          row.getLong(1),
          streamAge < 0 ? "never ran" : streamAge > DEGRADED_MILLIS ? "degraded" : "up",
          streamAge,
          row.getString(4));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
