package vn.motcua.deadlines;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import vn.motcua.database.Query;

/** Who was told of which alert of the same day already (đã báo cho ai). Outlives a restart. */
final class Told {

  private record Once(String login, UUID alert) {}

  private final Connection connection;
  private final int dataset;
  private final Set<Once> told;

  private Told(Connection connection, int dataset, Set<Once> told) {
    this.connection = connection;
    this.dataset = dataset;
    this.told = told;
  }

  static Told since(Connection connection, int dataset, Instant moment) throws SQLException {
    return new Told(
        connection,
        dataset,
        new HashSet<>(
            Query.of(
                    connection,
                    "select login, alert_id from alert_told"
                        + " where dataset_id = ? and told_at >= ?",
                    dataset,
                    moment)
                .list(
                    row ->
                        new Once(row.getString("login"), row.getObject("alert_id", UUID.class)))));
  }

  /**
   * @return whether it is the first time
   */
  boolean tell(String login, OpenAlert alert, String slot, Instant now) throws SQLException {
    if (!told.add(new Once(login, alert.id()))) {
      return false;
    }
    return Query.of(
                connection,
                """
                insert into alert_told (dataset_id, login, alert_id, slot, told_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""",
                dataset,
                login,
                alert.id(),
                slot,
                now)
            .update()
        == 1;
  }
}
